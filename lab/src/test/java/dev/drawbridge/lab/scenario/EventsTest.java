package dev.drawbridge.lab.scenario;

import static org.assertj.core.api.Assertions.assertThat;

import dev.drawbridge.engine.time.Spread;
import dev.drawbridge.simulator.rds.DbId;
import dev.drawbridge.simulator.rds.Engine;
import dev.drawbridge.simulator.rds.NewDatabase;
import dev.drawbridge.workflows.Rules;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import java.util.function.BooleanSupplier;
import org.junit.jupiter.api.Test;

/** Events start refreshes; where they fail to, the drift check does. */
class EventsTest {
  private final Scenario scenario = Scenario.virtual(11);
  private final Followed orders =
      Followed.expose(scenario, NewDatabase.aurora(Engine.AURORA_MYSQL, "orders").readers(2));
  private final DbId cluster = orders.path().database();

  @Test
  void when_every_event_is_lost_the_drift_check_repairs_within_its_period_and_ten_seconds() {
    orders.rds().events(scenario.world().settings().rds().events().losing(1));
    scenario.installation().startSchedules(Rules.EVERY);
    orders.rds().failover(cluster, Optional.of("orders-2"));
    await(() -> orders.rds().cluster(cluster).shownWriter().equals(Optional.of("orders-2")));
    Instant known = scenario.world().scheduler().now();
    Set<String> wanted = orders.path().roles().writeTargets();
    await(() -> orders.path().writerGroup().equals(wanted));
    assertThat(Duration.between(known, scenario.world().scheduler().now()))
        .isLessThan(Rules.EVERY.plusSeconds(10));
    orders.pass(Duration.ofMinutes(6));
    orders.assertFollowed();
  }

  @Test
  void doubled_and_late_events_do_no_harm() {
    orders
        .rds()
        .events(
            scenario
                .world()
                .settings()
                .rds()
                .events()
                .doubling(1)
                .late(0.5, Spread.between(Duration.ofSeconds(1), Duration.ofMinutes(3))));
    orders.rds().failover(cluster, Optional.empty());
    orders.pass(Duration.ofMinutes(12));
    assertThat(Refresh.all(scenario)).allMatch(Refresh::ended);
    orders.assertFollowed();
  }

  @Test
  void a_second_failover_while_the_path_settles_is_followed_by_its_events() {
    orders.rds().failover(cluster, Optional.of("orders-2"));
    await(
        () ->
            orders.rds().servingReaders(cluster).stream()
                .anyMatch(reader -> reader.id().name().equals("orders-1")));
    orders.rds().failover(cluster, Optional.of("orders-1"));
    orders.pass(Duration.ofMinutes(10));
    orders.assertFollowed();
  }

  private void await(BooleanSupplier condition) {
    orders.await(condition, Duration.ofMinutes(5));
  }
}
