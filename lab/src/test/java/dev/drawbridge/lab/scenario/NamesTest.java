package dev.drawbridge.lab.scenario;

import static org.assertj.core.api.Assertions.assertThat;

import dev.drawbridge.engine.step.Status;
import dev.drawbridge.simulator.dns.DnsRecord;
import dev.drawbridge.simulator.rds.DbId;
import dev.drawbridge.simulator.rds.Engine;
import dev.drawbridge.simulator.rds.NewDatabase;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.BooleanSupplier;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Names that mislead: nothing wrong is ever registered. */
class NamesTest {
  private final Scenario scenario = Scenario.virtual(8);
  private final Followed orders =
      Followed.byHand(scenario, NewDatabase.aurora(Engine.AURORA_POSTGRESQL, "orders").readers(1));
  private final DbId cluster = orders.path().database();
  private final String writerName = orders.rds().instanceName(cluster.named("orders-1"));
  private final Set<String> writers = orders.path().writerGroup();
  private final Set<String> readers = orders.path().readerGroup();

  @BeforeEach
  void nothing_is_cached_any_more() {
    orders.pass(Duration.ofMinutes(1));
  }

  @Test
  void a_writer_whose_name_does_not_resolve_fails_the_run_and_changes_nothing() {
    scenario.world().zones().remove(writerName);
    Refresh refresh = orders.startRefresh();
    assertThat(refresh.end()).isEqualTo(Status.FAILED);
    assertThat(refresh.cause()).contains("does not resolve");
    unchanged();
  }

  @Test
  void a_name_that_resolves_again_while_the_run_waits_is_no_failure() {
    DnsRecord name = scenario.world().zones().find(writerName).orElseThrow();
    scenario.world().zones().remove(writerName);
    Refresh refresh = orders.startRefresh();
    orders.pass(Duration.ofMinutes(2));
    assertThat(refresh.ended()).isFalse();
    scenario.world().zones().put(writerName, name);
    assertThat(refresh.end()).as(refresh::cause).isEqualTo(Status.SUCCEEDED);
    unchanged();
  }

  @Test
  void a_name_that_leads_out_of_the_network_fails_the_run_and_changes_nothing() {
    scenario
        .world()
        .zones()
        .put(writerName, new DnsRecord.Addresses(List.of("198.51.100.7"), Duration.ofSeconds(5)));
    Refresh refresh = orders.startRefresh();
    assertThat(refresh.end()).isEqualTo(Status.FAILED);
    assertThat(refresh.cause()).contains("outside the subnets of its VPC");
    unchanged();
  }

  @Test
  void a_reader_whose_name_does_not_resolve_stays_registered_and_is_on_record() {
    scenario.world().zones().remove(orders.rds().instanceName(cluster.named("orders-2")));
    Refresh refresh = orders.refresh();
    assertThat(refresh.output().path("notes").toString()).contains("does not resolve");
    assertThat(orders.path().writerGroup()).isEqualTo(writers);
    assertThat(orders.path().readerGroup()).containsAll(readers);
  }

  @Test
  void a_run_that_has_waited_for_a_name_goes_on_with_the_roles_of_then() {
    DbId third = orders.rds().addReader(cluster);
    orders.pass(Duration.ofMinutes(20));
    String name = orders.rds().instanceName(third);
    DnsRecord record = scenario.world().zones().find(name).orElseThrow();
    scenario.world().zones().remove(name);
    orders.pass(Duration.ofMinutes(1));
    orders.rds().failover(cluster, Optional.of("orders-2"));
    await(() -> orders.path().roles().writer().isPresent());
    assertThat(orders.rds().cluster(cluster).shownWriter()).hasValue("orders-1");
    Refresh refresh = Refresh.start(scenario, cluster.arn("cluster"));
    await(() -> refresh.statesEntered().contains("ResolveAddresses"));
    await(() -> orders.rds().cluster(cluster).shownWriter().equals(Optional.of("orders-2")));
    // Roles that were read less than two seconds ago would be taken for the present ones.
    orders.pass(Duration.ofSeconds(3));
    scenario.world().zones().put(name, record);
    await(() -> refresh.statesEntered().contains("CheckTargets"));
    assertThat(orders.path().writerGroup()).isEqualTo(orders.path().roles().writeTargets());
  }

  private void await(BooleanSupplier condition) {
    orders.await(condition, Duration.ofMinutes(2));
  }

  private void unchanged() {
    assertThat(orders.path().writerGroup()).isEqualTo(writers);
    assertThat(orders.path().readerGroup()).isEqualTo(readers);
  }
}
