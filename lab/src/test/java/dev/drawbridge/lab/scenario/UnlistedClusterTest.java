package dev.drawbridge.lab.scenario;

import static org.assertj.core.api.Assertions.assertThat;

import dev.drawbridge.simulator.rds.DbId;
import dev.drawbridge.simulator.rds.Engine;
import dev.drawbridge.simulator.rds.NewDatabase;
import dev.drawbridge.workflows.Rules;
import java.time.Duration;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** RDS lists the instances of a cluster while its answers lack the cluster. */
class UnlistedClusterTest {
  private static final Duration ONE_LOOK = Duration.ofMinutes(4);

  private final Scenario scenario = Scenario.virtual(1);
  private final DbId database =
      scenario
          .provider()
          .database(NewDatabase.aurora(Engine.AURORA_POSTGRESQL, "orders").readers(1));
  private final Exposure orders = Exposure.of(scenario, database);

  @Test
  void its_targets_stay_at_the_first_look() {
    scenario.installation().startSchedules(Rules.EVERY);
    Set<String> writers = orders.writerGroup();
    Set<String> readers = orders.readerGroup();

    scenario.world().rds().listed(database, false);
    pass(ONE_LOOK);
    assertThat(Refresh.all(scenario))
        .anyMatch(run -> run.statesEntered().contains("WithdrawTargets"));
    assertThat(orders.writerGroup()).isNotEmpty().isEqualTo(writers);
    assertThat(orders.readerGroup()).isNotEmpty().isEqualTo(readers);

    scenario.world().rds().listed(database, true);
    pass(ONE_LOOK);
    assertThat(orders.writes()).isTrue();
    assertThat(orders.readerGroup()).isEqualTo(readers);
  }

  @Test
  void nobody_is_taken_for_anothers_during_a_hold() {
    scenario.installation().startSchedules(Rules.EVERY);
    OnHold.put(scenario, "orders", true);
    Changes changes = Changes.from(scenario);
    scenario.world().rds().listed(database, false);
    pass(Duration.ofMinutes(15));
    assertThat(changes.actions()).isEmpty();
  }

  private void pass(Duration time) {
    scenario.world().scheduler().pause(time);
  }
}
