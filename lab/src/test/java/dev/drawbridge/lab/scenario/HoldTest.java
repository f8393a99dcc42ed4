package dev.drawbridge.lab.scenario;

import static org.assertj.core.api.Assertions.assertThat;

import dev.drawbridge.engine.step.Status;
import dev.drawbridge.lab.api.ApiCaller;
import dev.drawbridge.simulator.call.Principal;
import dev.drawbridge.simulator.network.Reached;
import dev.drawbridge.simulator.rds.DbId;
import dev.drawbridge.simulator.rds.Engine;
import dev.drawbridge.simulator.rds.NewDatabase;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.ec2.model.VpcEndpoint;
import software.amazon.awssdk.services.sfn.model.DescribeExecutionResponse;
import software.amazon.awssdk.services.sfn.model.ExecutionStatus;

/** A hold stops every change of ours to what a database has; looking and telling go on. */
class HoldTest {
  private static final Duration HOUR = Duration.ofHours(1);
  private static final String WHY = OnHold.REASON;

  private final Scenario scenario = Scenario.virtual(9);
  private final Approver grace = scenario.approver("grace@example.com");
  private final ApiCaller ada = scenario.caller(scenario.people().operator("ada@example.com"));
  private final DbId orders =
      scenario
          .provider()
          .database(NewDatabase.aurora(Engine.AURORA_POSTGRESQL, "orders").readers(1));

  @Test
  void nothing_is_built_while_it_lasts_and_all_is_afterwards() {
    hold(true);
    Changes changes = Changes.from(scenario);
    for (String request :
        new String[] {RequestText.ofOwner("orders").json(), RequestText.to("orders").json()}) {
      DescribeExecutionResponse end = scenario.startByHand(request).end(HOUR);
      assertThat(end.error()).isEqualTo("dev.drawbridge.error.Conflict");
      assertThat(end.cause()).contains("orders is on hold").doesNotContain("ada@", WHY);
    }
    assertThat(changes.actions()).isEmpty();
    hold(false);
    assertThat(scenario.expose(RequestText.ofOwner("orders")).output().path("version").asInt())
        .isEqualTo(1);
  }

  @Test
  void a_run_that_builds_already_stops_at_its_next_step() {
    Onboarding run = scenario.startByHand(RequestText.ofOwner("orders").json());
    assertThat(run.reaches("CreateLoadBalancer", HOUR)).isTrue();
    scenario.world().scheduler().pause(Duration.ofSeconds(30));
    hold(true);
    Changes changes = Changes.from(scenario);
    DescribeExecutionResponse end = run.end(HOUR);
    assertThat(end.cause()).contains("orders is on hold").doesNotContain(WHY);
    assertThat(changes.actions()).isEmpty();
    hold(false);
    scenario.expose(RequestText.ofOwner("orders"));
  }

  @Test
  void a_failover_is_followed_when_it_ends_and_no_run_fails_meanwhile() {
    Exposure exposure = Exposure.of(scenario, orders);
    hold(true);
    Changes changes = Changes.from(scenario);
    scenario.world().rds().failover(orders, Optional.empty());
    scenario.world().scheduler().pause(Duration.ofMinutes(10));
    assertThat(exposure.writes()).isFalse();
    assertThat(changes.actions()).isEmpty();
    Refresh refresh = Refresh.start(scenario, "orders");
    assertThat(refresh.end()).isEqualTo(Status.SUCCEEDED);
    assertThat(refresh.statesEntered()).endsWith("HowEnded", "Held");
    assertThat(refresh.output().path("hold").asText())
        .contains("exposure orders is on hold", "ada@example.com", WHY);
    assertThat(ada.call("GET", "/databases/orders").body().path("hold").asText()).contains(WHY);
    int runs = Refresh.all(scenario).size();

    hold(false);
    scenario.world().scheduler().pause(Duration.ofMinutes(10));

    assertThat(Refresh.all(scenario)).hasSize(runs + 1);
    assertThat(Refresh.all(scenario)).extracting(Refresh::status).containsOnly(Status.SUCCEEDED);
    assertThat(exposure.writes()).isTrue();
    assertThat(exposure.connectToWrite()).isInstanceOf(Reached.class);
  }

  @Test
  void what_a_person_has_decided_meanwhile_is_done_when_it_ends() {
    Encounter first = start("222222222222");
    VpcEndpoint endpoint = first.invited().createEndpoint();
    String question = first.question();
    OnHold.put(scenario, "*", true);
    Changes changes = Changes.from(scenario);
    grace.approve(question);
    scenario.world().scheduler().pause(Duration.ofHours(3));
    assertThat(changes.actions()).isEmpty();
    assertThat(first.run().statesEntered()).endsWith("AcceptConnection");

    OnHold.put(scenario, "*", false);

    assertThat(first.end().status()).isEqualTo(ExecutionStatus.SUCCEEDED);
    assertThat(first.connect(endpoint, 5433)).isInstanceOf(Reached.class);
  }

  @Test
  void a_denial_takes_its_effect_when_it_ends_and_nobody_is_taken_off_before() {
    Encounter first = start("222222222222");
    VpcEndpoint endpoint = first.invited().createEndpoint();
    String question = first.question();
    OnHold.put(scenario, "*", true);
    Changes changes = Changes.from(scenario);
    grace.deny(question);
    scenario.world().scheduler().pause(Duration.ofHours(3));
    assertThat(first.run().statesEntered()).endsWith("RejectConnection");
    Offboarding leaving =
        Offboarding.startByHand(
            scenario, "{\"databaseIdentifier\":\"orders\",\"consumerAccountId\":\"222222222222\"}");
    assertThat(leaving.end().cause()).contains("orders is on hold").doesNotContain(WHY);
    assertThat(ada.call("GET", "/databases/orders").body().path("hold").asText())
        .contains("the installation is on hold", WHY);
    assertThat(changes.actions()).isEmpty();
    assertThat(first.stateOf(endpoint)).isEqualTo("pendingAcceptance");

    OnHold.put(scenario, "*", false);

    assertThat(first.end().error()).isEqualTo("Denied");
    assertThat(first.stateOf(endpoint)).isEqualTo("rejected");
  }

  @Test
  void a_consumer_is_told_of_it_and_neither_by_whom_nor_why_and_operators_are() {
    ApiCaller consumer = scenario.caller(Principal.session("222222222222", "app", "x"));
    String request = RequestText.to("orders").json();
    ApiCaller.Reply asked = consumer.call("POST", "/onboardings", request);
    String path = "/onboardings/" + asked.body().path("id").asText();
    hold(true);
    scenario.world().scheduler().pause(HOUR);
    ApiCaller.Reply failed = consumer.call("GET", path);
    assertThat(failed.body().path("failure").asText()).contains("on hold");
    for (ApiCaller.Reply reply :
        List.of(
            failed,
            consumer.call("POST", "/onboardings", request),
            consumer.call("DELETE", path))) {
      assertThat(reply.body().toString()).contains("on hold").doesNotContain("ada@", WHY);
    }
    for (ApiCaller.Reply reply :
        List.of(ada.call("POST", "/onboardings", request), ada.call("DELETE", path))) {
      assertThat(reply.status()).isEqualTo(409);
      assertThat(reply.body().path("detail").asText()).contains("on hold", "ada@", WHY);
    }
  }

  @Test
  void a_change_through_the_api_is_refused_while_it_lasts_and_a_plan_is_not() {
    scenario.expose(RequestText.ofOwner("orders"));
    hold(true);
    ApiCaller.Reply change = ada.call("PUT", "/databases/orders", "{\"enforcement\":\"on\"}");
    assertThat(change.status()).isEqualTo(409);
    assertThat(change.body().path("detail").asText()).contains("on hold", WHY);
    ApiCaller.Reply plan =
        ada.call("PUT", "/databases/orders?plan=true", "{\"enforcement\":\"on\"}");
    assertThat(plan.status()).isEqualTo(200);
    assertThat(plan.body().at("/changes/0").asText()).isEqualTo("enforcement: off -> on");
    hold(false);
    assertThat(ada.call("PUT", "/databases/orders", "{\"enforcement\":\"on\"}").status())
        .isEqualTo(202);
    scenario.world().scheduler().pause(HOUR);
    ApiCaller.Reply read = ada.call("GET", "/databases/orders");
    assertThat(read.body().at("/settings/enforcement").asText()).isEqualTo("on");
    assertThat(read.body().path("version").asInt()).isEqualTo(2);
    assertThat(read.body().has("hold")).isFalse();
  }

  @Test
  void a_change_through_the_api_says_whom_it_cuts() {
    Encounter first =
        Encounter.start(scenario, scenario.consumer(), grace, RequestText.to("orders").json());
    first.finish();
    assertThat(first.run().describe().status()).isEqualTo(ExecutionStatus.SUCCEEDED);
    ApiCaller.Reply refused = ada.call("PUT", "/databases/orders", "{\"enforcement\":\"on\"}");
    assertThat(refused.status()).isEqualTo(409);
    assertThat(refused.body().path("detail").asText()).contains("orders/222222222222", "force");
    ApiCaller.Reply forced =
        ada.call("PUT", "/databases/orders", "{\"enforcement\":\"on\",\"force\":true}");
    assertThat(forced.status()).isEqualTo(202);
    assertThat(forced.body().at("/plan/cuts/0").asText()).isEqualTo("orders/222222222222");
    assertThat(ada.call("GET", "/databases/orders").body().at("/consumers/0/state").asText())
        .isEqualTo("ONBOARDED");
  }

  @Test
  void what_is_no_database_is_not_found() {
    assertThat(ada.call("GET", "/databases/nowhere").status()).isEqualTo(404);
    assertThat(ada.call("PUT", "/databases/nowhere/hold", "{\"hold\":true}").status())
        .isEqualTo(404);
    assertThat(ada.call("PUT", "/databases/nowhere", "{}").status()).isEqualTo(404);
    ApiCaller.Reply wrong =
        ada.call("PUT", "/databases/orders", "{\"readerPort\":0,\"plan\":true}");
    assertThat(wrong.status()).isEqualTo(400);
    assertThat(wrong.body().path("faults").findValuesAsText("field"))
        .containsExactlyInAnyOrder("readerPort", "plan");
  }

  private Encounter start(String account) {
    return Encounter.start(
        scenario,
        scenario.consumer(),
        grace,
        RequestText.to("orders").with("consumerAccountId", account).json());
  }

  private void hold(boolean on) {
    OnHold.put(scenario, "orders", on);
  }
}
