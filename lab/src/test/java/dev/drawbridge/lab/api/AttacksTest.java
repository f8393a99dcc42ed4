package dev.drawbridge.lab.api;

import static org.assertj.core.api.Assertions.assertThat;

import dev.drawbridge.lab.scenario.Approver;
import dev.drawbridge.lab.scenario.Encounter;
import dev.drawbridge.lab.scenario.Onboarding;
import dev.drawbridge.lab.scenario.RequestText;
import dev.drawbridge.lab.scenario.Scenario;
import dev.drawbridge.simulator.call.Principal;
import dev.drawbridge.simulator.rds.Engine;
import dev.drawbridge.simulator.rds.NewDatabase;
import dev.drawbridge.simulator.wire.HttpCall;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Those who want to approve what they asked for, or to be somebody else. */
class AttacksTest {
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
  void whoever_asked_is_refused_under_every_spelling_of_the_name() {
    String question = question(RequestText.to("orders"));
    for (String name :
        List.of(
            "ada@example.com",
            "ADA@example.com",
            "Ada@Example.Com",
            "ada+approver@example.com",
            "ada@example.com.")) {
      ApiCaller ada = scenario.caller(scenario.people().approver(name));
      ApiCaller.Reply reply = decide(ada, question, "approve");
      assertThat(reply.status()).as(name).isEqualTo(403);
      assertThat(reply.body().path("detail").asText()).as(name).contains("asked for this");
    }
    assertThat(grace.approve(question).succeeded()).isTrue();
  }

  @Test
  void one_person_under_two_session_names_of_one_role_is_one() {
    ApiCaller program = scenario.caller(Principal.session(ACCOUNT, "onboarding-program", "monday"));
    ApiCaller again = scenario.caller(Principal.session(ACCOUNT, "onboarding-program", "tuesday"));
    program.call("POST", "/onboardings", RequestText.to("orders").json());
    ApiCaller.Reply joined = again.call("POST", "/onboardings", RequestText.to("orders").json());
    assertThat(joined.body().path("requestedBy"))
        .singleElement()
        .satisfies(
            who ->
                assertThat(who.asText())
                    .isEqualTo("arn:aws:iam::111111111111:role/onboarding-program"));
  }

  @Test
  void an_approver_who_asks_for_the_same_becomes_a_requester() {
    String question = question(RequestText.to("orders"));
    ApiCaller approver = scenario.caller(scenario.people().approver("grace@example.com"));
    assertThat(approver.call("POST", "/onboardings", RequestText.to("orders").json()).succeeded())
        .isTrue();
    assertThat(grace.approve(question).status()).isEqualTo(403);
    assertThat(joan.approve(question).succeeded()).isTrue();
  }

  @Test
  void a_role_of_another_account_lends_no_name_of_identity_center_to_its_sessions() {
    String shaped = "AWSReservedSSO_Whatever_0123456789abcdef";
    for (String name : List.of("mallory", "joan@example.com")) {
      scenario
          .caller(Principal.session("222222222222", shaped, name))
          .call("POST", "/onboardings", RequestText.to("orders").json());
    }
    String question = question(RequestText.to("orders"));
    assertThat(grace.approve(question).body().at("/approval/lacks").asInt()).isEqualTo(1);
    ApiCaller.Reply second = joan.approve(question);
    assertThat(second.body().at("/approval/status").asText()).isEqualTo("APPROVED");
    assertThat(second.body().at("/approval/requestedBy").toString())
        .contains("arn:aws:iam::222222222222:role/")
        .doesNotContain("joan");
  }

  @Test
  void a_run_that_somebody_started_by_hand_takes_one_more_yes() {
    Onboarding run = scenario.startByHand(RequestText.to("orders").json());
    assertThat(run.reaches("WaitForConsumer", HOUR)).isTrue();
    scenario.consumer().createEndpoint(scenario.endpointService().serviceName());
    assertThat(run.reaches("RequestApproval", HOUR)).isTrue();
    String question = grace.question(1);
    ApiCaller.Reply first = grace.approve(question);
    assertThat(first.body().at("/approval/requestedBy/0").asText()).isEqualTo("somebody unknown");
    assertThat(first.body().at("/approval/lacks").asInt()).isEqualTo(1);
    assertThat(run.describe().statusAsString()).isEqualTo("RUNNING");
    assertThat(grace.approve(question).body().at("/approval/lacks").asInt()).isEqualTo(1);
    assertThat(joan.approve(question).succeeded()).isTrue();
    assertThat(run.end(HOUR).statusAsString()).isEqualTo("SUCCEEDED");
  }

  @Test
  void whoever_joins_a_run_that_was_started_by_hand_has_asked_too() {
    Onboarding run = scenario.startByHand(RequestText.to("orders").json());
    assertThat(run.reaches("WaitForConsumer", HOUR)).isTrue();
    ApiCaller approver = scenario.caller(scenario.people().approver("grace@example.com"));
    approver.call("POST", "/onboardings", RequestText.to("orders").json());
    scenario.world().scheduler().pause(HOUR);
    scenario.consumer().createEndpoint(scenario.endpointService().serviceName());
    assertThat(run.reaches("RequestApproval", HOUR)).isTrue();
    String question = grace.question(1);

    assertThat(grace.approve(question).status()).isEqualTo(403);
    assertThat(joan.approve(question).body().at("/approval/lacks").asInt()).isEqualTo(1);
    assertThat(run.describe().statusAsString()).isEqualTo("RUNNING");
    assertThat(scenario.approver("mary@example.com").approve(question).succeeded()).isTrue();
    assertThat(run.end(HOUR).statusAsString()).isEqualTo("SUCCEEDED");
  }

  @Test
  void a_run_under_the_name_of_the_apis_run_is_in_nobodys_name() {
    Encounter.start(scenario, scenario.consumer(), grace, RequestText.to("orders").json())
        .invited();
    String name = scenario.installation().arn("OnboardConsumerStateMachine");
    String forged = "api-" + "0".repeat(32) + "-" + "0".repeat(16);
    scenario
        .installation()
        .clientsOf("operator")
        .states()
        .startExecution(
            r ->
                r.stateMachineArn(name)
                    .name(forged)
                    .input(
                        RequestText.to("orders").with("consumerAccountId", "333333333333").json()));
    scenario.world().scheduler().pause(HOUR);
    assertThat(
            scenario
                .caller(scenario.people().operator("ada@example.com"))
                .call("GET", "/onboardings")
                .body()
                .path("onboardings"))
        .hasSize(1);
  }

  @Test
  void a_signed_call_replayed_after_five_minutes_is_refused() {
    ApiCaller ada = scenario.caller(scenario.people().operator("ada@example.com"));
    HttpCall call = ada.signed("GET", "/onboardings", "", Map.of());
    assertThat(ada.send(call).status()).isEqualTo(200);
    scenario.world().scheduler().pause(Duration.ofMinutes(6));
    ApiCaller.Reply late = ada.send(call);
    assertThat(late.status()).isEqualTo(403);
    assertThat(late.headers().get("Content-Type")).isEqualTo("application/problem+json");
    assertThat(late.body().path("detail").asText()).contains("Signature expired");
  }

  @Test
  void a_body_of_ten_megabytes_is_a_problem_of_the_sender() {
    ApiCaller ada = scenario.caller(scenario.people().operator("ada@example.com"));
    for (int size : List.of(8 * 1024 + 1, 5_000_000, 10 * 1024 * 1024, 10 * 1024 * 1024 + 1)) {
      ApiCaller.Reply reply = ada.call("POST", "/onboardings", "x".repeat(size));
      assertThat(reply.status()).as("%d bytes", size).isEqualTo(413);
      assertThat(reply.headers().get("Content-Type")).isEqualTo("application/problem+json");
    }
  }

  @Test
  void a_consumer_neither_reads_nor_ends_anothers_onboarding() {
    ApiCaller mine = scenario.caller(Principal.session("222222222222", "app", "x"));
    ApiCaller other = scenario.caller(Principal.session("333333333333", "app", "x"));
    String id =
        mine.call("POST", "/onboardings", RequestText.to("orders").json())
            .body()
            .path("id")
            .asText();
    assertThat(mine.call("GET", "/onboardings/" + id).status()).isEqualTo(200);
    assertThat(other.call("GET", "/onboardings/" + id).status()).isEqualTo(404);
    assertThat(other.call("DELETE", "/onboardings/" + id).status()).isEqualTo(404);
    assertThat(other.call("GET", "/onboardings?consumer=222222222222").body().path("onboardings"))
        .isEmpty();
  }

  @Test
  void whoever_may_not_ask_does_not_learn_which_databases_there_are() {
    ApiCaller other = scenario.caller(Principal.session("333333333333", "app", "x"));
    ApiCaller.Reply there = other.call("POST", "/onboardings", RequestText.to("orders").json());
    ApiCaller.Reply not = other.call("POST", "/onboardings", RequestText.to("nothing").json());
    assertThat(there.status()).isEqualTo(403);
    assertThat(not.status()).isEqualTo(403);
    assertThat(not.body().path("detail")).isEqualTo(there.body().path("detail"));
  }

  @Test
  void a_role_of_another_partition_is_refused_before_anything_is_built() {
    ApiCaller ada = scenario.caller(scenario.people().operator("ada@example.com"));
    ApiCaller.Reply reply =
        ada.call(
            "POST",
            "/onboardings",
            RequestText.to("orders")
                .with("consumerRoleArn", "arn:aws-cn:iam::222222222222:role/etl")
                .json());
    assertThat(reply.status()).isEqualTo(400);
    assertThat(reply.body().path("faults").findValuesAsText("field"))
        .containsExactly("consumerRoleArn");
  }

  @Test
  void a_consumer_asks_for_itself_only() {
    ApiCaller other = scenario.caller(Principal.session("333333333333", "app", "x"));
    ApiCaller.Reply reply = other.call("POST", "/onboardings", RequestText.to("orders").json());
    assertThat(reply.status()).isEqualTo(403);
    assertThat(reply.body().path("detail").asText()).contains("222222222222", "333333333333");
  }

  @Test
  void the_question_says_what_the_consumers_signature_proves() {
    String unproven = question(RequestText.to("orders"));
    ApiCaller reader = scenario.caller(scenario.people().approver("grace@example.com"));
    assertThat(
            reader.call("GET", "/approvals/" + unproven).body().path("accountProven").asBoolean())
        .isFalse();
    ApiCaller consumer = scenario.caller(Principal.session("222222222222", "app", "x"));
    ApiCaller.Reply joined = consumer.call("POST", "/onboardings", RequestText.to("orders").json());
    assertThat(joined.body().path("accountProven").asBoolean()).isTrue();
  }

  @Test
  void nobody_is_who_they_say_in_a_request() {
    ApiCaller ada = scenario.caller(scenario.people().operator("ada@example.com"));
    ApiCaller.Reply reply =
        ada.call(
            "POST",
            "/onboardings",
            RequestText.to("orders")
                .with("requestedBy", "https://evil.example/")
                .with("approvers", List.of("ada@example.com", ""))
                .with("readerPort", "3306")
                .json());
    assertThat(reply.status()).isEqualTo(400);
    assertThat(reply.body().path("faults").findValuesAsText("field"))
        .containsExactlyInAnyOrder("requestedBy", "approvers", "readerPort");
  }

  @Test
  void a_tag_on_the_database_narrows_who_may_say_yes() {
    scenario
        .provider()
        .database(
            NewDatabase.aurora(Engine.AURORA_MYSQL, "payroll")
                .readers(1)
                .tag("drawbridge:approvers", "role/payroll-approvers"));
    String question = question(RequestText.to("payroll"));
    assertThat(grace.approve(question).status()).isEqualTo(403);
    ApiCaller outsider = scenario.caller(Principal.session(ACCOUNT, "payroll-approvers", "x"));
    assertThat(decide(outsider, question, "approve").status()).isEqualTo(403);
  }

  @Test
  void an_answer_is_about_the_question_that_was_read() {
    String question = question(RequestText.to("orders"));
    ApiCaller approver = scenario.caller(scenario.people().approver("grace@example.com"));
    String other = "{\"decision\":\"approve\",\"digest\":\"%s\"}".formatted("0".repeat(64));
    assertThat(approver.call("POST", "/approvals/" + question + "/decisions", other).status())
        .isEqualTo(422);
    assertThat(grace.approve(question).succeeded()).isTrue();
  }

  @Test
  void anything_but_a_plain_yes_or_no_is_neither() {
    String question = question(RequestText.to("orders"));
    ApiCaller approver = scenario.caller(scenario.people().approver("grace@example.com"));
    for (String body :
        List.of(
            "{\"digest\":\"%s\"}",
            "{\"decision\":true,\"digest\":\"%s\"}",
            "{\"decision\":\"APPROVE\",\"digest\":\"%s\"}",
            "{\"decision\":\"approve\",\"digest\":\"%s\",\"decidedBy\":\"joan@example.com\"}",
            "{\"decision\":\"approve\",\"digest\":\"%s\",\"comment\":\""
                + "x".repeat(1001)
                + "\"}")) {
      String digest = approver.call("GET", "/approvals/" + question).body().path("digest").asText();
      assertThat(
              approver
                  .call("POST", "/approvals/" + question + "/decisions", body.formatted(digest))
                  .status())
          .as(body)
          .isEqualTo(400);
    }
    assertThat(approver.call("GET", "/approvals/" + question).body().path("status").asText())
        .isEqualTo("PENDING");
  }

  private static ApiCaller.Reply decide(ApiCaller who, String question, String decision) {
    ApiCaller.Reply read = who.call("GET", "/approvals/" + question);
    return who.call(
        "POST",
        "/approvals/" + question + "/decisions",
        "{\"decision\":\"%s\",\"digest\":\"%s\"}"
            .formatted(decision, read.body().path("digest").asText("0".repeat(64))));
  }

  private String question(RequestText request) {
    Encounter encounter =
        Encounter.start(scenario, scenario.consumer(), grace, request.json()).invited();
    encounter.createEndpoint();
    return encounter.question();
  }
}
