package dev.drawbridge.lab.scenario;

import static org.assertj.core.api.Assertions.assertThat;

import dev.drawbridge.engine.step.Status;
import dev.drawbridge.simulator.network.Reached;
import dev.drawbridge.simulator.rds.Engine;
import dev.drawbridge.simulator.rds.NewDatabase;
import dev.drawbridge.workflows.Catalogue;
import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.ec2.model.VpcEndpoint;
import software.amazon.awssdk.services.sfn.model.ExecutionStatus;

/** Versions with SnapStart go inactive after fourteen idle days, unless they are kept alive. */
class QuietFortnightTest {
  private static final Duration FORTNIGHT = Duration.ofDays(15);

  /** Every minute on AWS; twelve hours are as good for a version, and a test has fewer of them. */
  private static final Duration TWICE_A_DAY = Duration.ofHours(12);

  private final Scenario scenario = Scenario.virtual(3);
  private final Approver grace = scenario.approver("grace@example.com");

  @BeforeEach
  void keepAlive() {
    scenario.installation().startSchedules(TWICE_A_DAY);
  }

  @Test
  void a_failover_after_a_quiet_fortnight_is_followed_without_a_refusal() {
    Followed orders =
        Followed.expose(
            scenario, NewDatabase.aurora(Engine.AURORA_POSTGRESQL, "orders").readers(1));
    orders.pass(FORTNIGHT);
    orders.rds().failover(orders.path().database(), Optional.empty());
    orders.pass(Duration.ofMinutes(15));
    orders.assertFollowed();
    assertThat(refusals()).isZero();
  }

  @Test
  void a_consumer_after_a_quiet_fortnight_is_onboarded_and_the_answer_is_taken() {
    scenario.provider().database(NewDatabase.aurora(Engine.AURORA_POSTGRESQL, "orders").readers(1));
    scenario.world().scheduler().pause(FORTNIGHT);
    Encounter encounter =
        Encounter.start(scenario, scenario.consumer(), grace, RequestText.to("orders").json());
    VpcEndpoint endpoint = encounter.invited().createEndpoint();
    assertThat(grace.approve(encounter.question()).succeeded()).isTrue();
    assertThat(encounter.end().status()).isEqualTo(ExecutionStatus.SUCCEEDED);
    assertThat(encounter.connect(endpoint, 5433)).isInstanceOf(Reached.class);
    assertThat(refusals()).isZero();
  }

  @Test
  void a_refresh_by_hand_after_a_quiet_fortnight_succeeds() {
    Followed orders =
        Followed.byHand(
            scenario, NewDatabase.aurora(Engine.AURORA_POSTGRESQL, "orders").readers(1));
    orders.pass(FORTNIGHT);
    Refresh refresh = orders.startRefresh();
    assertThat(refresh.end()).as(refresh::cause).isEqualTo(Status.SUCCEEDED);
    assertThat(refusals()).isZero();
  }

  @Test
  void snapshots_that_lambda_takes_away_all_at_once_cost_an_onboarding_time_and_nothing_else() {
    scenario.provider().database(NewDatabase.aurora(Engine.AURORA_POSTGRESQL, "orders").readers(1));
    recycleSnapshots();
    Encounter encounter =
        Encounter.start(scenario, scenario.consumer(), grace, RequestText.to("orders").json());
    VpcEndpoint endpoint = encounter.invited().createEndpoint();
    String question = encounter.question();
    assertThat(grace.approve(question).succeeded()).isTrue();
    assertThat(encounter.end().status()).isEqualTo(ExecutionStatus.SUCCEEDED);
    assertThat(encounter.connect(endpoint, 5433)).isInstanceOf(Reached.class);
    assertThat(refusals()).isPositive();
  }

  @Test
  void snapshots_that_lambda_takes_away_before_a_failover_lose_nothing() {
    Followed orders =
        Followed.expose(
            scenario, NewDatabase.aurora(Engine.AURORA_POSTGRESQL, "orders").readers(1));
    orders.pass(Duration.ofMinutes(5));
    recycleSnapshots();
    orders.rds().failover(orders.path().database(), Optional.empty());
    orders.pass(Duration.ofMinutes(30));
    orders.assertFollowed();
    assertThat(Refresh.all(scenario)).allMatch(run -> run.status() == Status.SUCCEEDED);
    assertThat(refusals()).isPositive();
  }

  private void recycleSnapshots() {
    Catalogue.keptAlive()
        .forEach(
            name ->
                scenario
                    .world()
                    .lambda()
                    .recycleSnapshot(Scenario.PROVIDER, scenario.installation().arn(name)));
  }

  /** Step Functions' invocations do not come through the door; refused ones cost a retry each. */
  private long refusals() {
    return scenario.world().lambda().refusals();
  }
}
