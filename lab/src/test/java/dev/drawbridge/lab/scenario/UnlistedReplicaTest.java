package dev.drawbridge.lab.scenario;

import static org.assertj.core.api.Assertions.assertThat;

import dev.drawbridge.simulator.rds.DbId;
import dev.drawbridge.simulator.rds.Engine;
import dev.drawbridge.simulator.rds.NewDatabase;
import dev.drawbridge.workflows.Rules;
import java.time.Duration;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** An instance names a replica among its own while RDS's lists lack that one. */
class UnlistedReplicaTest {
  private final Scenario scenario = Scenario.virtual(1);
  private final DbId database =
      scenario
          .provider()
          .database(
              NewDatabase.instance(Engine.POSTGRESQL, "orders")
                  .replica(NewDatabase.instance(Engine.POSTGRESQL, "one").in("private"))
                  .replica(NewDatabase.instance(Engine.POSTGRESQL, "other").in("private")));
  private final Exposure orders = Exposure.of(scenario, database);

  @Test
  void its_target_stays_until_the_instance_names_it_no_more() {
    scenario.installation().startSchedules(Rules.EVERY);
    Set<String> readers = orders.readerGroup();
    assertThat(readers).hasSize(2);
    DbId other = database.named("other");

    scenario.world().rds().listed(other, false);
    pass(Duration.ofMinutes(10));
    assertThat(orders.readerGroup()).isEqualTo(readers);

    scenario.world().rds().listed(other, true);
    scenario.world().rds().remove(other);
    pass(Duration.ofMinutes(20));
    assertThat(orders.readerGroup()).hasSize(1);
  }

  private void pass(Duration time) {
    scenario.world().scheduler().pause(time);
  }
}
