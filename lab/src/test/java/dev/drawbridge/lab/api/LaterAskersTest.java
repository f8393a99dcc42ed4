package dev.drawbridge.lab.api;

import static org.assertj.core.api.Assertions.assertThat;

import dev.drawbridge.lab.scenario.Approver;
import dev.drawbridge.lab.scenario.Encounter;
import dev.drawbridge.lab.scenario.RequestText;
import dev.drawbridge.lab.scenario.Scenario;
import dev.drawbridge.simulator.call.Principal;
import dev.drawbridge.simulator.rds.Engine;
import dev.drawbridge.simulator.rds.NewDatabase;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.ec2.model.VpcEndpoint;

/** Those who ask for what somebody else has asked for, first or later. */
class LaterAskersTest {
  private static final Duration HOUR = Duration.ofHours(1);
  private static final String ACCOUNT = Scenario.PROVIDER.account();

  private final Scenario scenario = Scenario.virtual(3);
  private final Approver grace = scenario.approver("grace@example.com");
  private final Approver joan = scenario.approver("joan@example.com");

  @BeforeEach
  void expose() {
    scenario.provider().database(NewDatabase.aurora(Engine.AURORA_MYSQL, "orders").readers(1));
  }

  @Test
  void roles_that_join_put_no_question_out_of_reach() {
    String question = question(RequestText.to("orders"));
    for (String role : List.of("ci-1", "ci-2", "ci-3")) {
      scenario
          .caller(Principal.session(ACCOUNT, role, "x"))
          .call("POST", "/onboardings", RequestText.to("orders").json());
    }
    assertThat(grace.approve(question).body().at("/approval/lacks").asInt()).isEqualTo(1);
    assertThat(joan.approve(question).body().at("/approval/status").asText()).isEqualTo("APPROVED");
  }

  @Test
  void a_later_asker_takes_nothing_over() {
    ApiCaller program = scenario.caller(Principal.session(ACCOUNT, "onboarding-program", "x"));
    ApiCaller later = scenario.caller(Principal.session(ACCOUNT, "another-program", "x"));
    ApiCaller consumer = scenario.caller(Principal.session("222222222222", "app", "x"));
    String request = RequestText.to("orders").json();
    String id = program.call("POST", "/onboardings", request).body().path("id").asText();
    consumer.call("POST", "/onboardings", request);
    ApiCaller.Reply joined = later.call("POST", "/onboardings", request);
    assertThat(joined.status()).isEqualTo(202);
    assertThat(joined.body().path("requestedBy").toString()).doesNotContain("onboarding-program");
    String question = question(RequestText.to("orders"));
    grace.approve(question);
    joan.approve(question);
    scenario.world().scheduler().pause(HOUR);
    assertThat(program.call("GET", "/onboardings/" + id).body().path("status").asText())
        .isEqualTo("ONBOARDED");
    assertThat(later.call("POST", "/onboardings", request).status()).isEqualTo(202);
    scenario.world().scheduler().pause(HOUR);
    assertThat(later.call("GET", "/onboardings/" + id).status()).isEqualTo(404);
    assertThat(later.call("DELETE", "/onboardings/" + id).status()).isEqualTo(404);
    ApiCaller.Reply seen = program.call("GET", "/onboardings/" + id);
    assertThat(seen.body().path("accountProven").asBoolean()).isTrue();
    assertThat(seen.body().path("attempt").asInt()).isEqualTo(2);
  }

  @Test
  void twenty_who_join_keep_no_consumer_from_proving_itself() {
    String request = RequestText.to("orders").json();
    for (int i = 0; i < 21; i++) {
      int status =
          scenario
              .caller(Principal.session(ACCOUNT, "ci-" + i, "x"))
              .call("POST", "/onboardings", request)
              .status();
      assertThat(status).isEqualTo(i < 20 ? 202 : 409);
    }
    ApiCaller consumer = scenario.caller(Principal.session("222222222222", "app", "x"));
    assertThat(
            consumer.call("POST", "/onboardings", request).body().path("accountProven").asBoolean())
        .isTrue();
  }

  @Test
  void nobody_takes_the_idempotency_key_of_another_program() {
    scenario.provider().database(NewDatabase.aurora(Engine.AURORA_MYSQL, "payroll").readers(1));
    Map<String, String> key =
        Map.of("Content-Type", "application/json", "Idempotency-Key", "orders-222222222222");
    ApiCaller first = scenario.caller(Principal.session(ACCOUNT, "another-program", "x"));
    ApiCaller second = scenario.caller(Principal.session(ACCOUNT, "onboarding-program", "x"));
    String other = RequestText.to("payroll").json();
    String wanted = RequestText.to("orders").json();
    assertThat(first.call("POST", "/onboardings", other, key).status()).isEqualTo(202);
    assertThat(second.call("POST", "/onboardings", wanted, key).status()).isEqualTo(202);
    assertThat(second.call("POST", "/onboardings", other, key).status()).isEqualTo(422);
  }

  @Test
  void a_wish_for_more_that_is_denied_leaves_what_was_approved() {
    scenario.expose(RequestText.ofOwner("orders").with("enforcement", "on"));
    RequestText narrow = RequestText.to("orders").with("consumerCidrs", List.of("127.20.1.0/24"));
    String first = question(narrow);
    assertThat(grace.approve(first).succeeded()).isTrue();
    scenario.world().scheduler().pause(HOUR);
    ApiCaller program = scenario.caller(Principal.session(ACCOUNT, "another-program", "x"));
    program.call(
        "POST", "/onboardings", narrow.with("consumerCidrs", List.of("127.0.0.0/8")).json());
    scenario.world().scheduler().pause(HOUR);
    assertThat(grace.deny(grace.question(2)).succeeded()).isTrue();
    scenario.world().scheduler().pause(HOUR);
    ApiCaller consumer = scenario.caller(Principal.session("222222222222", "app", "x"));
    assertThat(consumer.call("GET", "/onboardings").body().at("/onboardings/0/status").asText())
        .isEqualTo("ONBOARDED");
  }

  @Test
  void whoever_asks_first_keeps_no_consumer_from_asking_for_what_it_wants() {
    ApiCaller first = scenario.caller(Principal.session(ACCOUNT, "another-program", "x"));
    ApiCaller consumer = scenario.caller(Principal.session("222222222222", "app", "x"));
    String elsewhere =
        RequestText.to("orders").with("consumerVpcId", "vpc-00000000000000000").json();
    first.call("POST", "/onboardings", elsewhere);
    scenario.world().scheduler().pause(HOUR);
    String wanted = RequestText.to("orders").json();
    ApiCaller.Reply own = consumer.call("POST", "/onboardings", wanted);
    assertThat(own.status()).as("%s", own.body()).isEqualTo(202);
    assertThat(own.body().path("accountProven").asBoolean()).isTrue();
    assertThat(first.call("POST", "/onboardings", elsewhere).status()).isEqualTo(409);
    String path = "/onboardings/" + own.body().path("id").asText();
    assertThat(first.call("DELETE", path).status())
        .as("by whom nobody asked any more")
        .isEqualTo(404);
    scenario.world().scheduler().pause(HOUR);
    scenario.consumer().createEndpoint(scenario.endpointService().serviceName());
    scenario.world().scheduler().pause(HOUR);
    String question = grace.question(1);
    grace.approve(question);
    joan.approve(question);
    scenario.world().scheduler().pause(HOUR);
    assertThat(consumer.call("GET", "/onboardings").body().at("/onboardings/0/status").asText())
        .isEqualTo("ONBOARDED");
  }

  @Test
  void whose_wish_was_denied_cannot_end_what_others_got_afterwards() {
    ApiCaller first = scenario.caller(Principal.session(ACCOUNT, "another-program", "x"));
    ApiCaller second = scenario.caller(Principal.session(ACCOUNT, "onboarding-program", "x"));
    String request = RequestText.to("orders").json();
    String path =
        "/onboardings/" + first.call("POST", "/onboardings", request).body().path("id").asText();
    scenario.world().scheduler().pause(HOUR);
    VpcEndpoint refused =
        scenario.consumer().createEndpoint(scenario.endpointService().serviceName());
    scenario.world().scheduler().pause(HOUR);
    grace.deny(grace.question(1));
    scenario.world().scheduler().pause(HOUR);
    assertThat(first.call("GET", path).body().path("status").asText()).isEqualTo("DENIED");
    scenario.consumer().deleteEndpoint(refused.vpcEndpointId());

    second.call("POST", "/onboardings", request);
    scenario.world().scheduler().pause(HOUR);
    VpcEndpoint endpoint =
        scenario.consumer().createEndpoint(scenario.endpointService().serviceName());
    scenario.world().scheduler().pause(HOUR);
    String question = grace.question(2);
    grace.approve(question);
    joan.approve(question);
    scenario.world().scheduler().pause(HOUR);

    assertThat(second.call("GET", path).body().path("status").asText()).isEqualTo("ONBOARDED");
    assertThat(first.call("GET", path).status()).isEqualTo(404);
    assertThat(first.call("DELETE", path).status()).isEqualTo(404);
    assertThat(stateOf(endpoint)).isEqualTo("available");
    assertThat(second.call("DELETE", path).status()).isEqualTo(202);
    scenario.world().scheduler().pause(HOUR);
    ApiCaller.Reply again = second.call("DELETE", path);
    assertThat(again.status()).isEqualTo(202);
    assertThat(again.body().path("status").asText()).isEqualTo("OFFBOARDED");
    assertThat(runsThatEnd()).as("what has ended is ended once").isEqualTo(1);
  }

  private int runsThatEnd() {
    return scenario.installation().runs("OffboardConsumerStateMachine").size();
  }

  @Test
  void whose_wish_an_operator_displaced_neither_sees_nor_ends_what_the_operator_got() {
    ApiCaller program = scenario.caller(Principal.session(ACCOUNT, "another-program", "x"));
    RequestText request = RequestText.to("orders");
    String path =
        "/onboardings/"
            + program.call("POST", "/onboardings", request.json()).body().path("id").asText();
    scenario.world().scheduler().pause(HOUR);

    grace.approve(question(request.with("purpose", "reports")));

    scenario.world().scheduler().pause(HOUR);
    ApiCaller ada = scenario.caller(scenario.people().operator("ada@example.com"));
    assertThat(ada.call("GET", path).body().path("status").asText()).isEqualTo("ONBOARDED");
    assertThat(program.call("GET", path).status()).isEqualTo(404);
    assertThat(program.call("DELETE", path).status()).isEqualTo(404);
  }

  @Test
  void a_wish_that_waits_blocks_neither_operator_nor_consumer_and_cuts_nobody() {
    VpcEndpoint endpoint =
        Encounter.start(scenario, scenario.consumer(), grace, RequestText.to("orders").json())
            .finish();
    ApiCaller program = scenario.caller(Principal.session(ACCOUNT, "another-program", "x"));
    ApiCaller ada = scenario.caller(scenario.people().operator("ada@example.com"));
    ApiCaller consumer = scenario.caller(Principal.session("222222222222", "app", "x"));
    ApiCaller role = scenario.caller(Principal.session("222222222222", "etl", "x"));

    assertThat(wish(program, "anything")).isEqualTo(202);
    assertThat(wish(ada, "reports")).isEqualTo(202);
    assertThat(wish(program, "anything")).as("a program takes nobody's place").isEqualTo(409);
    assertThat(wish(consumer, "the shop")).isEqualTo(202);
    assertThat(wish(ada, "reports")).as("an operator not the consumer's").isEqualTo(409);
    assertThat(wish(role, "the shop, nightly")).isEqualTo(202);

    assertThat(stateOf(endpoint)).isEqualTo("available");
    String last = grace.questions().getLast();
    grace.approve(last);
    joan.approve(last);
    scenario.world().scheduler().pause(HOUR);
    assertThat(stateOf(endpoint)).isEqualTo("available");
    assertThat(consumer.call("GET", "/onboardings").body().at("/onboardings/0/status").asText())
        .isEqualTo("ONBOARDED");
  }

  private int wish(ApiCaller who, String purpose) {
    int status =
        who.call("POST", "/onboardings", RequestText.to("orders").with("purpose", purpose).json())
            .status();
    scenario.world().scheduler().pause(HOUR);
    return status;
  }

  private String stateOf(VpcEndpoint endpoint) {
    return scenario.consumer().endpoint(endpoint.vpcEndpointId()).stateAsString();
  }

  private String question(RequestText request) {
    Encounter encounter =
        Encounter.start(scenario, scenario.consumer(), grace, request.json()).invited();
    encounter.createEndpoint();
    return encounter.question();
  }
}
