package dev.drawbridge.lab.scenario;

import static org.assertj.core.api.Assertions.assertThat;

import dev.drawbridge.aws.Clients;
import dev.drawbridge.simulator.Settings;
import dev.drawbridge.simulator.call.CallRecord;
import dev.drawbridge.simulator.call.Fault;
import dev.drawbridge.simulator.rds.Engine;
import dev.drawbridge.simulator.rds.NewDatabase;
import dev.drawbridge.workflows.Rules;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** The drift check keeps the workers warm that stand between an event and a switch. */
class WarmPathTest {
  /** Longer than Lambda keeps an idle container. */
  private static final Duration IDLE = Duration.ofHours(1);

  /** Four cold starts take at least 0.4 s each. */
  private static final Duration FOUR_COLD_STARTS = Duration.ofMillis(1600);

  /** Here Lambda takes no container away that is in use: one in a hundred would start cold. */
  private static final Settings LASTING =
      Settings.published().lambda(Settings.published().lambda().recycling(0));

  private final Scenario scenario = Scenario.virtual(3, LASTING);
  private final Followed orders =
      Followed.byHand(scenario, NewDatabase.aurora(Engine.AURORA_POSTGRESQL, "orders").readers(1));

  @Test
  void after_an_idle_hour_without_the_drift_check_every_worker_starts_cold() {
    orders.pass(IDLE);
    assertThat(untilTheSwitch()).isGreaterThan(FOUR_COLD_STARTS);
  }

  @Test
  void after_an_idle_hour_with_it_none_does() {
    scenario.installation().startSchedules(Rules.EVERY);
    orders.pass(IDLE);
    assertThat(untilTheSwitch()).isLessThan(FOUR_COLD_STARTS);
  }

  /** Invocations hung for hours, and all else answered (aws.amazon.com/message/061323). */
  @Test
  void where_lambda_answers_no_invocation_the_check_is_made_all_the_same() {
    scenario
        .world()
        .faults()
        .plan(
            (caller, action) ->
                caller.role().equals("CheckDrift") && action.equals("lambda:Invoke"),
            Fault.TIMEOUT_BEFORE_EFFECT,
            Integer.MAX_VALUE);
    scenario.installation().startSchedules(Rules.EVERY);
    orders.rds().failover(orders.path().database(), Optional.empty());
    Changes changes = Changes.from(scenario);
    orders.pass(Duration.ofMinutes(10));

    orders.assertFollowed();
    List<String> calls = changes.callsOf("CheckDrift").map(CallRecord::action).toList();
    long looks = calls.stream().filter("rds:DescribeDBClusters"::equals).count();
    assertThat(looks).isGreaterThan(5);
    assertThat(calls.stream().filter("lambda:Invoke"::equals))
        .as("none is asked after the first")
        .hasSize((int) looks * Clients.ATTEMPTS);
    assertThat(calls.getLast()).as("the check comes first meanwhile").isEqualTo("lambda:Invoke");
    assertThat(calls.indexOf("rds:DescribeDBClusters"))
        .as("nobody knew at the first look")
        .isGreaterThan(calls.indexOf("lambda:Invoke"));
    assertThat(scenario.log())
        .anyMatch(line -> line.contains("could not be kept alive") && line.contains("not tried"));
  }

  /** From the start of a run to the end of RegisterTargets, in simulated time. */
  private Duration untilTheSwitch() {
    Refresh refresh = orders.startRefresh();
    scenario
        .world()
        .scheduler()
        .await(() -> refresh.statesEntered().contains("CheckTargets"), Duration.ofMinutes(1));
    return Duration.between(refresh.startedAt(), scenario.world().scheduler().now());
  }
}
