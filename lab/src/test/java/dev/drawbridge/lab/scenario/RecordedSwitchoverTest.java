package dev.drawbridge.lab.scenario;

import static org.assertj.core.api.Assertions.assertThat;

import dev.drawbridge.lab.permissions.RecordedCalls;
import dev.drawbridge.simulator.rds.DbId;
import dev.drawbridge.simulator.rds.DbInstance;
import dev.drawbridge.simulator.rds.Engine;
import dev.drawbridge.simulator.rds.NewDatabase;
import dev.drawbridge.workflows.Rules;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.Test;

/** A switchover whose every trace has been deleted before a refresh could read it. */
class RecordedSwitchoverTest {
  private static final Duration A_WHILE = Duration.ofMinutes(12);

  private final Scenario scenario = RecordedCalls.watched(Scenario.virtual(53));
  private final AtomicBoolean blind = new AtomicBoolean();

  @Test
  void is_followed_since_its_end_was_told_and_recorded() {
    Exposure orders = expose();
    DbId id = orders.database();
    blind.set(true);

    switchOver(id);
    scenario.world().rds().forgetDeployment(id.named("orders-old1"));
    scenario.world().rds().destroy(id.named("orders-old1"));
    blind.set(false);
    pause();

    assertThat(orders.writes()).isTrue();
    assertThat(scenario.world().rds().instances(id))
        .extracting(DbInstance::address)
        .containsAll(orders.writerGroup());
  }

  @Test
  void is_not_followed_if_nobody_was_told() {
    Exposure orders = expose();
    DbId id = orders.database();
    scenario.world().rds().events(scenario.world().settings().rds().events().losing(1));
    blind.set(true);

    switchOver(id);
    scenario.world().rds().forgetDeployment(id.named("orders-old1"));
    scenario.world().rds().destroy(id.named("orders-old1"));
    blind.set(false);
    pause();

    assertThat(orders.writerGroup()).isEmpty();
    assertThat(orders.readerGroup()).isEmpty();
  }

  @Test
  void leads_nowhere_if_its_end_was_not_told_and_only_what_was_before_is_left() {
    Exposure orders = expose();
    DbId id = orders.database();
    scenario.world().rds().events(scenario.world().settings().rds().events().losing(1));
    blind.set(true);

    switchOver(id);
    scenario.world().rds().destroy(id);
    blind.set(false);
    pause();

    assertThat(orders.writerGroup()).isEmpty();
    assertThat(orders.readerGroup()).isEmpty();
    scenario.world().callLog().clear();
    pause();
    assertThat(scenario.world().callLog().counts(scenario.installation()::byWorker))
        .as("nobody looks again and again")
        .doesNotContainKey("states:StartExecution");
  }

  @Test
  void is_no_reason_to_give_up_a_database_that_has_lost_its_instances_and_its_name() {
    Exposure orders = expose();
    DbId id = orders.database();
    scenario.world().rds().instances(id).forEach(each -> scenario.world().rds().remove(each.id()));
    DbId moved = scenario.world().rds().rename(id, "moved");
    pause();
    pause();
    assertThat(orders.writerGroup()).isEmpty();

    scenario.world().rds().addReader(moved);
    pause();
    pause();

    assertThat(scenario.world().rds().instances(moved))
        .extracting(DbInstance::address)
        .containsAll(orders.writerGroup())
        .isNotEmpty();
    assertThat(orders.writerGroup()).hasSize(1);
  }

  private Exposure expose() {
    Exposure orders =
        Exposure.of(
            scenario,
            scenario
                .provider()
                .database(NewDatabase.aurora(Engine.AURORA_POSTGRESQL, "orders").readers(1)));
    scenario.installation().startSchedules(Rules.EVERY);
    scenario
        .world()
        .faults()
        .forbid(
            (caller, action) ->
                blind.get()
                    && caller.role().equals("DiscoverDatabase")
                    && action.startsWith("rds:"));
    return orders;
  }

  private void switchOver(DbId blue) {
    scenario.world().rds().switchOver(blue, scenario.world().rds().createGreen(blue));
    pause();
  }

  private void pause() {
    scenario.world().scheduler().pause(A_WHILE);
  }
}
