package dev.drawbridge.lab.api;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.drawbridge.lab.scenario.Approver;
import dev.drawbridge.lab.scenario.Encounter;
import dev.drawbridge.lab.scenario.RequestText;
import dev.drawbridge.lab.scenario.Scenario;
import dev.drawbridge.simulator.call.Principal;
import dev.drawbridge.simulator.rds.Engine;
import dev.drawbridge.simulator.rds.NewDatabase;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.ec2.model.VpcEndpoint;

/** Further sequences by which somebody tried to be another, or to have two answers for one. */
class ApiSequencesTest {
  private static final String ACCOUNT = Scenario.PROVIDER.account();
  private static final Duration HOUR = Duration.ofHours(1);
  private static final String REQUEST = RequestText.to("orders").json();

  private final Scenario scenario = Scenario.virtual(16);
  private final Approver grace = scenario.approver("grace@example.com");
  private final Approver joan = scenario.approver("joan@example.com");
  private final ApiCaller reader = scenario.caller(scenario.people().approver("grace@example.com"));

  @BeforeEach
  void database() {
    scenario.provider().database(NewDatabase.aurora(Engine.AURORA_MYSQL, "orders").readers(1));
  }

  @Test
  void a_decision_of_two_readings_or_of_another_question_is_none() {
    Encounter there = start().invited();
    VpcEndpoint endpoint = there.createEndpoint();
    String question = there.question();
    String digest = read(question).path("digest").asText();
    String path = "/approvals/" + question + "/decisions";
    for (String body :
        List.of(
            "{\"decision\":\"deny\",\"decision\":\"approve\",\"digest\":\"%s\"}",
            "{\"decision\":\"approve\",\"digest\":\"%s\"}{\"decision\":\"deny\"}",
            "{\"decision\":\"approve\",\"digest\":[\"%s\"]}",
            "{\"decision\":\"\uFF41pprove\",\"digest\":\"%s\"}",
            "{\"decision\":\"approve\\u0000\",\"digest\":\"%s\"}",
            "[{\"decision\":\"approve\",\"digest\":\"%s\"}]")) {
      assertThat(reader.call("POST", path, body.formatted(digest)).status())
          .as(body)
          .isEqualTo(400);
    }
    String yes = "{\"decision\":\"approve\",\"digest\":\"%s\"}".formatted(digest);
    for (String type : List.of("text/plain", "application/x-www-form-urlencoded", "text/json")) {
      assertThat(reader.call("POST", path, yes, Map.of("Content-Type", type)).status())
          .as(type)
          .isEqualTo(415);
    }
    for (String method : List.of("GET", "PUT", "DELETE", "PATCH", "HEAD", "OPTIONS")) {
      assertThat(reader.call(method, path).status()).as(method).isBetween(400, 499);
    }
    assertThat(read(question).path("votes")).isEmpty();

    // The endpoint is made anew: what was said of the first one is nothing to the second.
    scenario.consumer().deleteEndpoint(endpoint.vpcEndpointId());
    assertThat(there.run().reaches("WaitForConsumer", HOUR)).isTrue();
    VpcEndpoint other = there.createEndpoint();
    String next = there.question();
    assertThat(reader.call("POST", "/approvals/" + next + "/decisions", yes).status())
        .isEqualTo(422);
    reader.call("POST", path, yes);
    scenario.world().scheduler().pause(HOUR);
    assertThat(there.stateOf(other)).isEqualTo("pendingAcceptance");
  }

  @Test
  void a_person_who_asks_by_one_way_is_no_yes_by_another() {
    scenario
        .caller(scenario.people().operator("grace@example.com"))
        .call("POST", "/onboardings", REQUEST);
    Encounter there = start().invited();
    there.createEndpoint();
    String question = there.question();

    assertThat(grace.approve(question).status()).isEqualTo(403);
    for (Principal disguise :
        List.of(
            Principal.session(
                ACCOUNT, "AWSReservedSSO_Approvers_0123456789abcdef", "GRACE@example.com"),
            Principal.session(
                ACCOUNT, "AWSReservedSSO_Approvers_0123456789abcdef", "grace+yes@example.com"))) {
      assertThat(decide(scenario.caller(disguise), question)).isIn(403, 404);
    }
    assertThat(read(question).path("votes")).isEmpty();
    assertThat(joan.approve(question).succeeded()).isTrue();
  }

  @Test
  void a_role_of_the_consumer_that_asks_too_costs_one_more_yes_and_gives_none() {
    ApiCaller consumer =
        scenario.caller(Principal.session("222222222222", "dba-approvers", "grace"));
    Encounter there = start().invited();
    there.createEndpoint();
    String question = there.question();
    consumer.call("POST", "/onboardings", REQUEST);

    assertThat(decide(consumer, question)).as("a role of that name elsewhere").isEqualTo(403);
    assertThat(grace.approve(question).body().at("/approval/lacks").asInt()).isEqualTo(1);
    assertThat(joan.approve(question).body().at("/approval/status").asText()).isEqualTo("APPROVED");
  }

  @Test
  void nobody_reads_of_anothers_wish_by_asking_for_the_same() {
    ApiCaller first = scenario.caller(Principal.session(ACCOUNT, "program-a", "x"));
    ApiCaller second = scenario.caller(Principal.session(ACCOUNT, "program-b", "x"));
    String wish = RequestText.to("orders").with("purpose", "the merger").json();
    first.call("POST", "/onboardings", wish);

    ApiCaller.Reply refused = second.call("POST", "/onboardings", REQUEST);
    ApiCaller.Reply joined = second.call("POST", "/onboardings", wish);

    assertThat(refused.status()).isEqualTo(409);
    assertThat(refused.body().toString()).doesNotContain("merger", "program-a");
    assertThat(joined.body().toString()).doesNotContain("program-a");
    String path = Objects.requireNonNull(joined.headers().get("Location"));
    assertThat(second.call("GET", path).status()).isEqualTo(404);
    assertThat(second.call("DELETE", path).status()).isEqualTo(404);
  }

  @Test
  void a_list_of_ones_own_says_nothing_of_what_others_have_asked_for() {
    ApiCaller program = scenario.caller(Principal.session(ACCOUNT, "program-a", "x"));
    for (int i = 0; i < 21; i++) {
      String account = String.format(Locale.ROOT, "4%011d", i);
      String other = RequestText.to("orders").with("consumerAccountId", account).json();
      assertThat(program.call("POST", "/onboardings", other).status()).isEqualTo(202);
    }
    ApiCaller consumer = scenario.caller(Principal.session("222222222222", "app", "x"));
    String own = consumer.call("POST", "/onboardings", REQUEST).body().path("id").asText();

    JsonNode all = consumer.call("GET", "/onboardings").body();

    assertThat(all.path("onboardings").findValuesAsText("id")).containsExactly(own);
    assertThat(all.has("nextToken")).isFalse();
    JsonNode page = program.call("GET", "/onboardings").body();
    assertThat(page.path("onboardings").findValuesAsText("id"))
        .hasSize(20)
        .doesNotContain(own)
        .endsWith(page.path("nextToken").asText());
    String next = "/onboardings?nextToken=" + page.path("nextToken").asText();
    assertThat(program.call("GET", next).body().path("onboardings")).hasSize(1);
  }

  @Test
  void a_key_of_another_spelling_or_two_values_of_a_parameter_change_nothing() {
    ApiCaller program = scenario.caller(Principal.session(ACCOUNT, "program-a", "x"));
    Map<String, String> key = Map.of("Content-Type", "application/json", "IDEMPOTENCY-KEY", "once");
    ApiCaller.Reply one = program.call("POST", "/onboardings", REQUEST, key);
    String other = RequestText.to("orders").with("purpose", "more").json();
    assertThat(program.call("POST", "/onboardings", other, key).status()).isEqualTo(422);
    String path = one.headers().get("Location");
    assertThat(program.call("DELETE", path + "?teardown=false&teardown=true").status())
        .as("an order that only operators give")
        .isIn(400, 403);
    assertThat(program.call("DELETE", path + "?teardown=true&teardown=false").status())
        .isIn(202, 400, 403);
  }

  @Test
  void a_flood_of_unknown_fields_is_answered_briefly() {
    StringBuilder body = new StringBuilder("{\"databaseIdentifier\":\"orders\"");
    for (int i = 0; i < 700; i++) {
      body.append(",\"f").append(i).append("\":1");
    }
    ApiCaller program = scenario.caller(Principal.session(ACCOUNT, "program-a", "x"));
    ApiCaller.Reply reply = program.call("POST", "/onboardings", body.append('}').toString());
    assertThat(reply.status()).isEqualTo(400);
    assertThat(reply.body().toString()).hasSizeLessThan(32 * 1024);
  }

  private int decide(ApiCaller who, String question) {
    String body =
        "{\"decision\":\"approve\",\"digest\":\"%s\"}"
            .formatted(read(question).path("digest").asText());
    return who.call("POST", "/approvals/" + question + "/decisions", body).status();
  }

  private JsonNode read(String question) {
    return reader.call("GET", "/approvals/" + question).body();
  }

  private Encounter start() {
    return Encounter.start(scenario, scenario.consumer(), grace, REQUEST);
  }
}
