package dev.drawbridge.lab.api;

import static org.assertj.core.api.Assertions.assertThat;

import dev.drawbridge.lab.scenario.RequestText;
import dev.drawbridge.lab.scenario.Scenario;
import dev.drawbridge.simulator.call.AccessKey;
import dev.drawbridge.simulator.call.Principal;
import dev.drawbridge.simulator.rds.Engine;
import dev.drawbridge.simulator.rds.NewDatabase;
import dev.drawbridge.simulator.wire.HttpCall;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import software.amazon.awssdk.core.SdkBytes;

/** The table of route and caller: what each gets. */
class CallersTest {
  private static final List<String> CALLERS =
      List.of(
          "nobody",
          "forger",
          "stranger",
          "operator",
          "approver",
          "asker",
          "program",
          "consumer",
          "other");

  /**
   * One line a route. The onboarding in the path was asked for by the program for the consumer's
   * account; requests are for another, since whoever asks for the same is a requester too. The
   * onboarding ends last.
   */
  private static final String TABLE =
      """
      route                          nobody forger stranger operator approver asker program consumer other
      POST /onboardings              403    403    403      202      202      202   202     202      403
      GET /onboardings               403    403    403      200      200      200   200     200      200
      GET /onboardings/{id}          403    403    403      200      200      404   200     200      404
      POST /onboardings/{id}/endpoints 403  403    403      403      403      404   403     200      404
      GET /databases/orders          403    403    403      200      403      403   403     403      403
      PUT /databases/orders          403    403    403      202      403      403   403     403      403
      PUT /databases/orders/hold     403    403    403      200      403      403   403     403      403
      GET /approvals                 403    403    403      200      200      403   403     403      403
      GET /approvals/{a}             403    403    403      200      200      403   403     403      403
      POST /approvals/{a}/decisions  403    403    403      403      200      403   403     403      403
      GET /records                   403    403    403      200      403      403   403     403      403
      GET /access                    403    403    403      200      403      403   403     403      403
      GET /openapi.json              403    403    403      200      200      200   200     200      200
      GET /nowhere                   403    403    403      403      403      403   403     403      403
      DELETE /onboardings/{id}       403    403    403      202      404      404   202     202      404
      """;

  private static final Map<String, String> BODIES =
      Map.of(
          "POST /onboardings", RequestText.to("another").json(),
          "PUT /databases/orders", "{}",
          "PUT /databases/orders/hold", "{\"hold\":false}");

  private final Scenario scenario = Scenario.virtual(5);
  private final Map<String, ApiCaller> callers = callers();
  private final Described described = new Described();
  private String endpoint = "";

  @TestFactory
  Stream<DynamicTest> every_caller_gets_what_the_table_says_at_every_route() {
    scenario.provider().database(NewDatabase.aurora(Engine.AURORA_MYSQL, "orders").readers(1));
    scenario.provider().database(NewDatabase.aurora(Engine.AURORA_MYSQL, "another").readers(1));
    ApiCaller program = caller("program");
    ApiCaller.Reply asked = program.call("POST", "/onboardings", RequestText.to("orders").json());
    String id = asked.body().path("id").asText();
    ApiCaller.Reply question = question(id);
    String approval = question.body().path("id").asText();
    return TABLE
        .lines()
        .skip(1)
        .map(String::strip)
        .flatMap(line -> tests(line.split("\\s+"), id, approval, question));
  }

  private Stream<DynamicTest> tests(
      String[] cells, String id, String approval, ApiCaller.Reply question) {
    String method = cells[0];
    String template = cells[1];
    return CALLERS.stream()
        .map(
            who ->
                DynamicTest.dynamicTest(
                    "%s %s by %s".formatted(method, template, who),
                    () -> {
                      String path = template.replace("{id}", id).replace("{a}", approval);
                      String body =
                          template.endsWith("decisions")
                              ? "{\"decision\":\"approve\",\"digest\":\"%s\"}"
                                  .formatted(question.body().path("digest").asText())
                              : template.endsWith("endpoints")
                                  ? "{\"endpointId\":\"%s\"}".formatted(endpoint)
                                  : BODIES.getOrDefault(method + " " + template, "");
                      ApiCaller.Reply reply = call(who, method, path, body);
                      int wanted = Integer.parseInt(cells[2 + CALLERS.indexOf(who)]);
                      assertThat(reply.status()).as("%s", reply.body()).isEqualTo(wanted);
                      if (!template.equals("/nowhere")) {
                        described.holds(method, described(template), reply);
                      }
                    }));
  }

  private static String described(String template) {
    return template.replace("{a}", "{id}").replace("/databases/orders", "/databases/{id}");
  }

  private ApiCaller caller(String who) {
    return Objects.requireNonNull(callers.get(who), who);
  }

  private ApiCaller.Reply call(String who, String method, String path, String body) {
    ApiCaller caller = caller(who);
    if (who.equals("nobody")) {
      return caller.send(
          new HttpCall(
              method, path, Map.of("Host", "drawbridge.test"), SdkBytes.fromUtf8String(body)));
    }
    return body.isEmpty() ? caller.call(method, path) : caller.call(method, path, body);
  }

  /** Lets the onboarding go on until its question is put. */
  private ApiCaller.Reply question(String id) {
    endpoint = scenario.consumer().createEndpoint(until(id, "serviceName")).vpcEndpointId();
    return caller("approver").call("GET", "/approvals/" + until(id, "approvalId"));
  }

  private String until(String id, String field) {
    for (int i = 0; i < 100; i++) {
      ApiCaller.Reply reply = caller("program").call("GET", "/onboardings/" + id);
      if (reply.body().has(field)) {
        return reply.body().path(field).asText();
      }
      scenario.world().scheduler().pause(Duration.ofSeconds(30));
    }
    throw new AssertionError("the onboarding never had " + field);
  }

  private Map<String, ApiCaller> callers() {
    String provider = Scenario.PROVIDER.account();
    String consumer = Scenario.CONSUMER.account();
    Map<String, ApiCaller> all = new LinkedHashMap<>();
    ApiCaller operator = scenario.caller(scenario.people().operator("ada@example.com"));
    AccessKey known = operator.key();
    all.put("nobody", operator);
    all.put(
        "forger",
        scenario.caller(
            new AccessKey(known.id(), "guessed", known.sessionToken(), known.principal())));
    all.put("stranger", scenario.caller(Principal.session(Scenario.STRANGER, "app", "x")));
    all.put("operator", operator);
    all.put("approver", scenario.caller(scenario.people().approver("grace@example.com")));
    all.put("asker", scenario.caller(Principal.session(provider, "another-program", "x")));
    all.put("program", scenario.caller(Principal.session(provider, "onboarding-program", "x")));
    all.put("consumer", scenario.caller(Principal.session(consumer, "application", "x")));
    all.put("other", scenario.caller(Principal.session("333333333333", "application", "x")));
    return all;
  }
}
