package dev.drawbridge.lab.scenario;

import static org.assertj.core.api.Assertions.assertThat;

import dev.drawbridge.simulator.Settings;
import dev.drawbridge.simulator.rds.Engine;
import dev.drawbridge.simulator.rds.NewDatabase;
import dev.drawbridge.workflows.Rules;
import java.time.Duration;
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
