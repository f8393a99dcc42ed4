package dev.drawbridge.lab.inspection;

import static org.assertj.core.api.Assertions.assertThat;

import dev.drawbridge.error.Conflict;
import dev.drawbridge.inspection.Kind;
import dev.drawbridge.lab.permissions.RecordedCalls;
import dev.drawbridge.lab.scenario.Approver;
import dev.drawbridge.lab.scenario.Encounter;
import dev.drawbridge.lab.scenario.Offboarding;
import dev.drawbridge.lab.scenario.RequestText;
import dev.drawbridge.lab.scenario.Scenario;
import dev.drawbridge.simulator.Settings;
import dev.drawbridge.simulator.rds.Engine;
import dev.drawbridge.simulator.rds.NewDatabase;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.ec2.model.VpcEndpoint;
import software.amazon.awssdk.services.sfn.model.DescribeExecutionResponse;
import software.amazon.awssdk.services.sfn.model.ExecutionStatus;

/** An onboarding that AWS, or somebody, lets hang: people are told, soon and once. */
class StalledRunTest {
  private boolean forbidden = true;

  @Test
  @Finds(Kind.ENDPOINT_NOT_AVAILABLE)
  void an_accepted_endpoint_that_stays_pending_is_told_within_45_minutes() {
    Settings published = Settings.published();
    Scenario scenario =
        expose(published.ec2(published.ec2().endpointsPending(Duration.ofHours(6))));
    Approver grace = scenario.approver("grace@example.com");
    Encounter run = start(scenario, grace).invited();
    run.createEndpoint();
    grace.approve(run.question());
    new Looks(scenario).pass(Duration.ofMinutes(45));

    assertThat(grace.told("is pending")).isNotEmpty();
  }

  @Test
  void a_worker_that_may_not_run_at_all_fails_its_run_and_people_are_told_once() {
    Scenario scenario = expose(Settings.published());
    Approver grace = scenario.approver("grace@example.com");
    scenario
        .world()
        .lambda()
        .reserve(Scenario.PROVIDER, scenario.installation().arn("CreateTargetGroups"), 0);

    Encounter run = start(scenario, grace);
    DescribeExecutionResponse end = run.run().end(Duration.ofHours(2));
    scenario.world().scheduler().pause(Duration.ofMinutes(10));

    assertThat(end.status()).isEqualTo(ExecutionStatus.FAILED);
    assertThat(grace.told(run.run().executionArn())).hasSize(1);
  }

  @Test
  @Finds(Kind.END_STALLED)
  void an_ordered_end_that_came_to_a_halt_is_ordered_again_until_the_consumer_is_out() {
    Scenario scenario = expose(Settings.published());
    Approver grace = scenario.approver("grace@example.com");
    Encounter run = start(scenario, grace);
    VpcEndpoint endpoint = haltedEnd(scenario, run);

    new Looks(scenario).pass(Duration.ofMinutes(15));

    assertThat(run.stateOf(endpoint)).isEqualTo("rejected");
    assertThat(grace.told("was ordered and came to a halt")).isNotEmpty();
  }

  @Test
  void an_ordered_end_that_came_to_a_halt_is_carried_out_before_anybody_builds_anew() {
    Scenario scenario = expose(Settings.published());
    Approver grace = scenario.approver("grace@example.com");
    Encounter run = start(scenario, grace);
    VpcEndpoint endpoint = haltedEnd(scenario, run);

    DescribeExecutionResponse again = start(scenario, grace).end();
    scenario.world().scheduler().pause(Duration.ofMinutes(10));

    assertThat(again.error()).isEqualTo(Conflict.class.getName());
    assertThat(again.cause()).contains("it is ordered again", "ask again when");
    assertThat(run.stateOf(endpoint)).isEqualTo("rejected");
    assertThat(grace.questions().stream().distinct()).hasSize(1);
    assertThat(start(scenario, grace).invited().run().describe().status())
        .isEqualTo(ExecutionStatus.RUNNING);
  }

  /** An onboarding whose end was ordered, and whose endpoint could not be rejected then. */
  private VpcEndpoint haltedEnd(Scenario scenario, Encounter run) {
    VpcEndpoint endpoint = run.finish();
    new Looks(scenario).pass(Duration.ofMinutes(2));
    scenario
        .world()
        .faults()
        .forbid((caller, action) -> forbidden && action.equals("ec2:RejectVpcEndpointConnections"));
    Offboarding.startByHand(
            scenario, "{\"databaseIdentifier\":\"orders\",\"consumerAccountId\":\"222222222222\"}")
        .end();
    assertThat(run.stateOf(endpoint)).isEqualTo("available");
    forbidden = false;
    return endpoint;
  }

  private static Scenario expose(Settings settings) {
    Scenario scenario = RecordedCalls.watched(Scenario.virtual(79, settings));
    scenario.provider().database(NewDatabase.aurora(Engine.AURORA_MYSQL, "orders").readers(1));
    return scenario;
  }

  private static Encounter start(Scenario scenario, Approver grace) {
    return Encounter.start(scenario, scenario.consumer(), grace, RequestText.to("orders").json());
  }
}
