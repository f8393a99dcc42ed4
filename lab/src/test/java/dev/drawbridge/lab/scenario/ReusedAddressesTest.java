package dev.drawbridge.lab.scenario;

import static org.assertj.core.api.Assertions.assertThat;

import dev.drawbridge.simulator.network.Reached;
import dev.drawbridge.simulator.rds.DbId;
import dev.drawbridge.simulator.rds.DbInstance;
import dev.drawbridge.simulator.rds.Engine;
import dev.drawbridge.simulator.rds.NewDatabase;
import dev.drawbridge.workflows.Rules;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** A consumer is led to the database that was approved, or nowhere. */
class ReusedAddressesTest {
  private static final Duration TOLD_LONG_AGO = Duration.ofMinutes(10);

  private final Scenario scenario = Scenario.virtual(1);

  @Test
  void a_cluster_that_lost_its_instances_does_not_lead_to_who_gets_their_addresses() {
    Exposure orders = expose(NewDatabase.aurora(Engine.AURORA_POSTGRESQL, "orders").readers(1));
    orders
        .scenario()
        .world()
        .rds()
        .instances(orders.database())
        .forEach(instance -> scenario.world().rds().remove(instance.id()));
    pass(Duration.ofMinutes(15));
    DbId payroll = create(NewDatabase.aurora(Engine.AURORA_POSTGRESQL, "payroll").readers(1));
    pass(TOLD_LONG_AGO);
    assertLeadsNowhere(orders, payroll);
  }

  @Test
  void a_cluster_whose_addresses_are_taken_over_at_once_does_not_lead_there() {
    Exposure orders = expose(NewDatabase.aurora(Engine.AURORA_POSTGRESQL, "orders").readers(1));
    Set<String> before = addresses(orders.database());
    scenario.world().rds().destroy(orders.database());
    DbId payroll = create(NewDatabase.aurora(Engine.AURORA_POSTGRESQL, "payroll").readers(1));
    assertThat(addresses(payroll)).isEqualTo(before);
    pass(TOLD_LONG_AGO);
    assertLeadsNowhere(orders, payroll);
  }

  @Test
  void a_restored_cluster_of_the_same_name_is_another_database() {
    Exposure orders = expose(NewDatabase.aurora(Engine.AURORA_POSTGRESQL, "orders").readers(1));
    scenario.world().rds().destroy(orders.database());
    DbId restored = create(NewDatabase.aurora(Engine.AURORA_POSTGRESQL, "orders").readers(1));
    pass(TOLD_LONG_AGO);
    assertLeadsNowhere(orders, restored);
    String other = RequestText.to("orders").with("consumerAccountId", "333333333333").json();
    assertThat(scenario.onboard(other).end(Duration.ofHours(1)).cause())
        .contains("not the one that was exposed");
  }

  @Test
  void a_deleted_instance_does_not_lead_to_who_gets_its_address() {
    Exposure orders = expose(NewDatabase.instance(Engine.POSTGRESQL, "orders"));
    scenario.world().rds().destroy(orders.database());
    DbId payroll = create(NewDatabase.instance(Engine.POSTGRESQL, "payroll"));
    pass(TOLD_LONG_AGO);
    assertLeadsNowhere(orders, payroll);
  }

  @Test
  void a_stopped_instance_does_not_lead_to_who_gets_its_address_and_is_followed_when_it_starts() {
    Exposure orders = expose(NewDatabase.instance(Engine.POSTGRESQL, "orders"));
    stop(orders);
    assertThat(orders.writerGroup()).as("nobody has its address yet").isNotEmpty();

    assertAnotherTakesTheAddresses(orders, NewDatabase.instance(Engine.POSTGRESQL, "payroll"));

    int runs = Refresh.all(scenario).size();
    pass(TOLD_LONG_AGO);
    assertThat(Refresh.all(scenario)).as("nothing is left to be done").hasSize(runs);
    scenario.world().rds().start(orders.database(), true);
    pass(TOLD_LONG_AGO);
    assertThat(orders.writes()).isTrue();
    assertThat(orders.writerGroup()).isEqualTo(addresses(orders.database()));
  }

  @Test
  void a_stopped_cluster_does_not_lead_to_who_gets_its_addresses_though_every_event_is_lost() {
    Exposure orders = expose(NewDatabase.aurora(Engine.AURORA_POSTGRESQL, "orders").readers(1));
    scenario.world().rds().events(scenario.world().settings().rds().events().losing(1));
    stop(orders);

    assertAnotherTakesTheAddresses(
        orders, NewDatabase.aurora(Engine.AURORA_POSTGRESQL, "payroll").readers(1));
  }

  @Test
  void a_hold_leads_nobody_to_who_gets_the_address_of_a_stopped_instance() {
    Exposure orders = expose(NewDatabase.instance(Engine.POSTGRESQL, "orders"));
    OnHold.put(scenario, "orders", true);
    stop(orders);

    assertAnotherTakesTheAddresses(orders, NewDatabase.instance(Engine.POSTGRESQL, "payroll"));
  }

  /** So long ago that no event of it starts a run any more. */
  private void stop(Exposure path) {
    scenario
        .world()
        .rds()
        .instances(path.database())
        .forEach(instance -> scenario.world().rds().stop(instance.id()));
    pass(TOLD_LONG_AGO);
  }

  private void assertAnotherTakesTheAddresses(Exposure stopped, NewDatabase other) {
    Set<String> before = addresses(stopped.database());
    scenario
        .world()
        .rds()
        .instances(stopped.database())
        .forEach(instance -> scenario.world().rds().releaseAddress(instance.id()));
    DbId taker = create(other);
    assertThat(addresses(taker)).isEqualTo(before);
    pass(Duration.ofMinutes(15));
    assertLeadsNowhere(stopped, taker);
  }

  @Test
  void a_renamed_cluster_keeps_its_consumers() {
    Exposure orders = expose(NewDatabase.aurora(Engine.AURORA_POSTGRESQL, "orders").readers(1));
    DbId renamed = scenario.world().rds().rename(orders.database(), "orders-before");
    pass(TOLD_LONG_AGO);
    scenario.world().rds().failover(renamed, Optional.empty());
    pass(TOLD_LONG_AGO);
    assertThat(orders.writes()).isTrue();
    assertThat(orders.writerGroup()).isSubsetOf(addresses(renamed));
  }

  @Test
  void a_renamed_cluster_keeps_its_consumers_though_another_takes_its_name() {
    Exposure orders = expose(NewDatabase.aurora(Engine.AURORA_POSTGRESQL, "orders").readers(1));
    DbId renamed = scenario.world().rds().rename(orders.database(), "orders-before");
    create(NewDatabase.aurora(Engine.AURORA_POSTGRESQL, "payroll"));
    scenario
        .world()
        .rds()
        .rename(new DbId(renamed.account(), renamed.region(), "payroll"), "orders");
    pass(TOLD_LONG_AGO);
    assertThat(orders.writerGroup()).isNotEmpty().isSubsetOf(addresses(renamed));
    assertThat(orders.readerGroup()).isNotEmpty().isSubsetOf(addresses(renamed));
  }

  @Test
  void a_database_that_cannot_be_seen_keeps_its_targets() {
    Exposure orders = expose(NewDatabase.aurora(Engine.AURORA_POSTGRESQL, "orders").readers(1));
    Set<String> writers = orders.writerGroup();
    Set<String> readers = orders.readerGroup();
    scenario.world().faults().forbid((caller, action) -> action.startsWith("rds:Describe"));
    pass(Duration.ofHours(1));
    assertThat(orders.writerGroup()).isEqualTo(writers);
    assertThat(orders.readerGroup()).isEqualTo(readers);
  }

  @Tag("long")
  @Test
  void many_databases_that_are_gone_at_once_keep_their_targets() {
    List<Exposure> all =
        List.of("alpha", "beta", "gamma").stream()
            .map(name -> expose(NewDatabase.aurora(Engine.AURORA_POSTGRESQL, name)))
            .toList();
    all.forEach(one -> scenario.world().rds().destroy(one.database()));
    pass(Duration.ofMinutes(90));
    all.forEach(one -> assertThat(one.writerGroup()).isNotEmpty());
  }

  @Test
  void a_hold_leads_nobody_to_who_gets_the_addresses_of_a_database_that_is_gone() {
    Exposure orders = expose(NewDatabase.aurora(Engine.AURORA_POSTGRESQL, "orders").readers(1));
    OnHold.put(scenario, "orders", true);
    scenario.world().rds().destroy(orders.database());
    DbId payroll = create(NewDatabase.aurora(Engine.AURORA_POSTGRESQL, "payroll").readers(1));
    pass(TOLD_LONG_AGO);
    assertLeadsNowhere(orders, payroll);
    int runs = Refresh.all(scenario).size();
    pass(TOLD_LONG_AGO);
    assertThat(Refresh.all(scenario)).hasSize(runs);
    assertThat(Refresh.all(scenario).getLast().statesEntered()).contains("WithdrawTargets", "Held");
  }

  @Test
  void a_hold_leads_no_reader_and_no_port_of_an_instance_to_another_database_and_changes_no_more() {
    DbId database = create(NewDatabase.aurora(Engine.AURORA_POSTGRESQL, "orders").readers(2));
    scenario.expose(RequestText.ofOwner("orders").with("instancePorts", true));
    Exposure orders = Exposure.of(scenario, database);
    scenario.installation().startSchedules(Rules.EVERY);
    pass(TOLD_LONG_AGO);
    DbInstance gone = scenario.world().rds().servingReaders(database).getFirst();
    OnHold.put(scenario, "*", true);
    scenario.world().rds().remove(gone.id());
    Changes changes = Changes.from(scenario);
    pass(TOLD_LONG_AGO);
    assertThat(changes.actions()).isEmpty();
    DbId payroll = create(NewDatabase.aurora(Engine.AURORA_POSTGRESQL, "payroll").readers(2));
    assertThat(addresses(payroll)).contains(gone.address());
    pass(TOLD_LONG_AGO);
    for (int port = 5432; port < 5440; port++) {
      if (orders.connectTo(port) instanceof Reached reached) {
        assertThat(addresses(payroll)).as("port %d", port).doesNotContain(reached.targetIp());
      }
    }
    assertThat(orders.readerGroup()).hasSize(1).isSubsetOf(addresses(database));
    assertThat(orders.writes()).isTrue();
    assertThat(changes.actions())
        .isNotEmpty()
        .allMatch(action -> action.endsWith("DeregisterTargets"));
  }

  @Test
  void a_cluster_that_is_gone_leaves_nobody_behind_the_ports_of_its_instances() {
    DbId database = create(NewDatabase.aurora(Engine.AURORA_POSTGRESQL, "orders").readers(2));
    scenario.expose(RequestText.ofOwner("orders").with("instancePorts", true));
    Exposure orders = Exposure.of(scenario, database);
    scenario.installation().startSchedules(Rules.EVERY);
    pass(TOLD_LONG_AGO);
    List<Integer> ports = orders.instancePorts();
    assertThat(ports).allMatch(port -> orders.connectTo(port) instanceof Reached);
    scenario.world().rds().destroy(database);
    Changes changes = Changes.from(scenario);
    pass(TOLD_LONG_AGO);
    assertThat(Refresh.all(scenario))
        .anyMatch(run -> run.statesEntered().contains("WithdrawTargets"));
    DbId payroll = create(NewDatabase.aurora(Engine.AURORA_POSTGRESQL, "payroll").readers(2));
    pass(TOLD_LONG_AGO);
    assertLeadsNowhere(orders, payroll);
    assertThat(ports).noneMatch(port -> orders.connectTo(port) instanceof Reached);
    assertThat(changes.actions())
        .as("listeners and groups stay: somebody may restore it")
        .isNotEmpty()
        .allMatch(action -> action.endsWith("DeregisterTargets"));
  }

  private Exposure expose(NewDatabase database) {
    Exposure path = Exposure.of(scenario, scenario.provider().database(database));
    scenario.installation().startSchedules(Rules.EVERY);
    return path;
  }

  private DbId create(NewDatabase database) {
    return scenario.provider().database(database);
  }

  private void pass(Duration time) {
    scenario.world().scheduler().pause(time);
  }

  private Set<String> addresses(DbId database) {
    return scenario.world().rds().instances(database).stream()
        .map(DbInstance::address)
        .collect(Collectors.toSet());
  }

  private void assertLeadsNowhere(Exposure orders, DbId other) {
    assertThat(orders.writerGroup()).doesNotContainAnyElementsOf(addresses(other));
    assertThat(orders.readerGroup()).doesNotContainAnyElementsOf(addresses(other));
    assertThat(orders.connectToWrite()).isNotInstanceOf(Reached.class);
    assertThat(orders.connectToRead()).isNotInstanceOf(Reached.class);
  }
}
