package dev.drawbridge.lab.scenario;

import static org.assertj.core.api.Assertions.assertThat;

import dev.drawbridge.aws.dynamodb.Leases;
import dev.drawbridge.engine.step.Status;
import dev.drawbridge.engine.time.Spread;
import dev.drawbridge.simulator.Settings;
import dev.drawbridge.simulator.call.CallRecord;
import dev.drawbridge.simulator.delivery.DeliverySettings;
import dev.drawbridge.simulator.rds.Engine;
import dev.drawbridge.simulator.rds.FailoverSettings;
import dev.drawbridge.simulator.rds.NewDatabase;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** The event that a failover is complete comes before RDS's API tells of it. */
class EarlyEventTest {
  private static final Duration WITHIN = Duration.ofMinutes(5);
  private static final NewDatabase ORDERS = NewDatabase.aurora(Engine.AURORA_POSTGRESQL, "orders");

  @Test
  void the_run_that_it_starts_sees_the_new_writer_some_seconds_later() {
    Followed orders = exposed(Duration.ofSeconds(7));
    String before = shownWriter(orders);
    orders.rds().failover(orders.path().database(), Optional.of("orders-2"));
    orders.await(() -> !shownWriter(orders).equals(before), WITHIN);
    assertThat(Refresh.all(orders.scenario()))
        .as("runs while the API told of the former writer")
        .hasSize(2)
        .anyMatch(run -> !run.ended());
    Instant told = now(orders);
    Set<String> wanted = orders.path().roles().writeTargets();
    orders.await(() -> orders.path().writerGroup().equals(wanted), WITHIN);
    assertThat(Duration.between(told, now(orders))).isLessThan(Duration.ofSeconds(5));
    orders.pass(WITHIN);
    orders.assertFollowed();
    assertThat(Refresh.all(orders.scenario())).hasSize(2).allMatch(Refresh::ended);
  }

  @Test
  void what_rds_does_not_tell_for_minutes_costs_eight_reads_and_keeps_no_lease() {
    Followed orders = exposed(Duration.ofMinutes(10));
    Changes changes = Changes.from(orders.scenario());
    orders.rds().failover(orders.path().database(), Optional.of("orders-2"));
    orders.await(() -> Refresh.all(orders.scenario()).size() == 2, WITHIN);
    Refresh early = Refresh.all(orders.scenario()).getLast();
    orders.await(early::ended, Duration.ofSeconds(20));
    assertThat(changes.callsOf("RegisterTargets").map(CallRecord::action))
        .as("three looks")
        .filteredOn(action -> action.startsWith("rds:"))
        .hasSize(6);
    assertThat(orders.refresh().output().path("changes")).as("the next run").isEmpty();
  }

  @Test
  void a_mark_that_says_less_hides_no_failover_that_rds_tells_of_later() {
    Spread soon = Spread.exactly(Duration.ofSeconds(3));
    Followed orders = Followed.byHand(scenario(soon, Duration.ofSeconds(12)), ORDERS.readers(2));
    String arn = orders.path().database().arn("cluster");
    orders.rds().failover(orders.path().database(), Optional.of("orders-2"));
    orders.pass(WITHIN);
    Refresh run = orders.startRefresh();
    orders.await(() -> run.statesEntered().contains("CheckTargets"), WITHIN);
    orders.pass(Duration.ofSeconds(35));
    Changes tries = Changes.from(orders.scenario());
    orders.await(() -> tries.callsOf("CheckTargets").findAny().isPresent(), WITHIN);
    // The next tries come 20 and 40 s after that one; RDS tells of it between them.
    orders.pass(Duration.ofSeconds(12));
    orders.rds().failover(orders.path().database(), Optional.of("orders-3"));
    orders.pass(Duration.ofSeconds(5));
    Leases leases = ByHand.leases(orders.scenario());
    leases.request(arn, "event RDS-EVENT-0071 1", now(orders), now(orders));
    leases.request(arn, "event RDS-EVENT-0006 2", now(orders));

    // Who has forgotten it reads the truth once a minute only.
    orders.await(
        () -> orders.path().writerGroup().equals(orders.path().roles().writeTargets()),
        Duration.ofSeconds(45));
    assertThat(run.end()).as(run::cause).isEqualTo(Status.SUCCEEDED);
  }

  /** A cluster of which one event tells, and that soon. */
  private static Followed exposed(Duration apiLag) {
    Spread promote = Settings.published().rds().aurora().promote();
    return Followed.expose(scenario(promote, apiLag), ORDERS.readers(1));
  }

  private static Scenario scenario(Spread promote, Duration apiLag) {
    Settings published = Settings.published();
    FailoverSettings aurora = published.rds().aurora();
    Spread soon = Spread.exactly(Duration.ofSeconds(1));
    Spread never = Spread.exactly(Duration.ofHours(1));
    FailoverSettings early =
        new FailoverSettings(
            aurora.detect(),
            promote,
            Spread.exactly(apiLag),
            soon,
            soon,
            never,
            never,
            Spread.exactly(Duration.ZERO));
    Settings settings =
        published.rds(
            published.rds().aurora(early).events(DeliverySettings.faithful(soon, List.of())));
    return Scenario.virtual(47, settings);
  }

  private static String shownWriter(Followed orders) {
    return orders.rds().cluster(orders.path().database()).shownWriter().orElseThrow();
  }

  private static Instant now(Followed orders) {
    return orders.scenario().world().scheduler().now();
  }
}
