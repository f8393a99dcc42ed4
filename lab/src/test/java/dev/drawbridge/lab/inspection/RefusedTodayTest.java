package dev.drawbridge.lab.inspection;

import static org.assertj.core.api.Assertions.assertThat;

import dev.drawbridge.inspection.Kind;
import dev.drawbridge.lab.permissions.RecordedCalls;
import dev.drawbridge.lab.scenario.Approver;
import dev.drawbridge.lab.scenario.Exposure;
import dev.drawbridge.lab.scenario.RequestText;
import dev.drawbridge.lab.scenario.Scenario;
import dev.drawbridge.simulator.network.Reached;
import dev.drawbridge.simulator.rds.DbId;
import dev.drawbridge.simulator.rds.Engine;
import dev.drawbridge.simulator.rds.NewDatabase;
import dev.drawbridge.simulator.rds.RdsService;
import dev.drawbridge.simulator.rds.ReplicationError;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import software.amazon.awssdk.services.elasticloadbalancingv2.model.TargetDescription;

/** A database that was exposed and would be refused today: its path stays, and people are told. */
@Tag("long")
class RefusedTodayTest {
  private static final Duration WITHIN = Duration.ofMinutes(15);

  @Test
  @Finds(Kind.NO_WRITER)
  void a_cluster_without_a_writer_is_told_and_its_targets_stay() {
    Exposure path = expose(NewDatabase.aurora(Engine.AURORA_POSTGRESQL, "orders").readers(1));
    Approver grace = watch(path);
    rds(path).demote(path.database());

    new Looks(path.scenario()).pass(WITHIN);

    assertThat(grace.told("it has no writer"))
        .hasSize(1)
        .first()
        .asString()
        .contains("secondary of an Aurora global database");
    assertThat(path.connectToWrite()).isInstanceOf(Reached.class);
    assertThat(path.connectToRead()).isInstanceOf(Reached.class);
  }

  @Test
  @Finds(Kind.PUBLIC_ADDRESS)
  void public_access_of_a_reader_is_told_before_that_one_is_the_writer() {
    Exposure path = expose(NewDatabase.aurora(Engine.AURORA_POSTGRESQL, "orders").readers(1));
    Approver grace = watch(path);
    DbId reader = path.database().named("orders-2");
    rds(path).publiclyAccessible(reader, true);

    new Looks(path.scenario()).pass(WITHIN);

    assertThat(grace.told("publicly accessible instances (orders-2)")).hasSize(1);
    rds(path).failover(path.database(), Optional.of("orders-2"));
    new Looks(path.scenario()).pass(WITHIN);
    assertThat(grace.told("RDS and DNS disagree about the writer"))
        .first()
        .asString()
        .contains("switch the public access of orders-2 off");
    rds(path).publiclyAccessible(reader, false);
    new Looks(path.scenario()).pass(WITHIN);
    assertThat(path.connectToWrite()).isInstanceOf(Reached.class);
    assertThat(grace.told("publicly accessible instances (orders-2)"))
        .last()
        .asString()
        .contains("over");
  }

  @Test
  @Finds(Kind.HOST_BLOCK_RISK)
  void safe_parameters_that_wait_for_a_reboot_are_not_believed() {
    Exposure path =
        expose(
            NewDatabase.instance(Engine.MYSQL, "orders").parameter("max_connect_errors", "1000000"),
            false);
    Approver grace = watch(path);
    rds(path).parameters(path.database(), Map.of("host_cache_size", "0"));

    new Looks(path.scenario()).pass(WITHIN);

    assertThat(grace.told("reboot orders, or send")).hasSize(1);
    rds(path).reboot(path.database(), false);
    new Looks(path.scenario()).pass(WITHIN);
    assertThat(grace.told("reboot orders, or send")).last().asString().contains("over, since");
  }

  @ParameterizedTest
  @CsvSource({
    "false, failed-to-apply, correct the values in the groups of orders",
    "false, pending-database-upgrade, have the pending upgrade of orders applied",
    "false, removing, see the configuration of orders in RDS",
    "true, pending-reboot, reboot orders-1",
    "true, failed-to-apply, correct the values in the groups of orders-1"
  })
  void safe_parameters_that_are_not_in_force_are_not_believed(
      boolean ofCluster, String status, String advice) {
    NewDatabase database =
        ofCluster
            ? NewDatabase.aurora(Engine.AURORA_MYSQL, "orders")
            : NewDatabase.instance(Engine.MYSQL, "orders");
    Exposure path = expose(database.parameter("max_connect_errors", "1000000"), false);
    Approver grace = watch(path);
    DbId instance = ofCluster ? path.database().named("orders-1") : path.database();
    rds(path).applyStatus(instance, ofCluster, status);

    new Looks(path.scenario()).pass(WITHIN);

    assertThat(grace.told("(" + status + ")")).hasSize(1).first().asString().contains(advice);
    rds(path).applyStatus(instance, ofCluster, "in-sync");
    new Looks(path.scenario()).pass(WITHIN);
    assertThat(grace.told("(" + status + ")")).last().asString().contains("over, since");
  }

  @Test
  void parameters_that_rds_applies_are_told_only_if_it_takes_long() {
    Exposure path =
        expose(
            NewDatabase.instance(Engine.MYSQL, "orders").parameter("max_connect_errors", "1000000"),
            false);
    Approver grace = watch(path);
    new Looks(path.scenario()).pass(Duration.ofMinutes(9));
    rds(path).applyStatus(path.database(), false, "applying");
    new Looks(path.scenario()).pass(Duration.ofMinutes(3));
    rds(path).applyStatus(path.database(), false, "in-sync");
    new Looks(path.scenario()).pass(WITHIN);
    assertThat(grace.told("(applying)")).isEmpty();

    rds(path).applyStatus(path.database(), false, "applying");
    new Looks(path.scenario()).pass(Duration.ofMinutes(30));

    assertThat(grace.told("(applying)")).hasSize(1).first().asString().contains("wait until RDS");
  }

  @Test
  void exposing_waits_for_parameters_that_rds_applies() {
    Scenario scenario = RecordedCalls.watched(Scenario.virtual(79));
    DbId orders =
        scenario
            .provider()
            .database(
                NewDatabase.instance(Engine.MYSQL, "orders")
                    .parameter("max_connect_errors", "1000000"));
    RequestText request = RequestText.ofOwner("orders").with("acceptHostBlockRisk", false);
    scenario.world().rds().applyStatus(orders, false, "applying");

    assertThat(scenario.startByHand(request.json()).end(Duration.ofHours(1)).cause())
        .contains("wait until RDS has applied them to orders (in-sync)");

    scenario.world().rds().applyStatus(orders, false, "in-sync");
    scenario.expose(request);
  }

  @Test
  void a_green_instance_that_does_not_replicate_is_its_owners_business() {
    Exposure path = exposeWithReplica();
    Approver grace = watch(path);
    DbId green = rds(path).createGreen(path.database());
    rds(path).replication(green, Optional.of(new ReplicationError("replication degraded", "")));

    new Looks(path.scenario()).pass(WITHIN);

    assertThat(grace.told("does not replicate")).isEmpty();
    assertThat(readers(path))
        .containsExactly(rds(path).instance(path.database().named("copy")).address());
  }

  @Test
  @Finds(Kind.REPLICATION_BROKEN)
  void a_replica_that_serves_but_does_not_replicate_is_told_and_stays() {
    Exposure path = exposeWithReplica();
    Approver grace = watch(path);
    DbId copy = path.database().named("copy");
    rds(path)
        .replication(
            copy,
            Optional.of(new ReplicationError("error", "requested WAL segment has been removed")));

    new Looks(path.scenario()).pass(WITHIN);

    assertThat(grace.told("replica copy of database orders does not replicate"))
        .hasSize(1)
        .first()
        .asString()
        .contains("error, requested WAL segment");
    assertThat(path.connectToRead()).isInstanceOf(Reached.class);
    rds(path).replication(copy, Optional.empty());
    new Looks(path.scenario()).pass(WITHIN);
    assertThat(grace.told("replica copy of database orders does not replicate"))
        .last()
        .asString()
        .contains("over, since");
  }

  @Test
  void a_replica_whose_replication_has_ended_leaves_the_readers_and_the_writer_serves_them() {
    Exposure path = exposeWithReplica();
    Approver grace = watch(path);
    String copy = rds(path).instance(path.database().named("copy")).address();
    assertThat(readers(path)).containsExactly(copy);
    rds(path)
        .replication(
            path.database().named("copy"),
            Optional.of(new ReplicationError("terminated", "stopped for more than 30 days")));

    new Looks(path.scenario()).pass(WITHIN);

    assertThat(grace.told("it has left the readers' port")).hasSize(1);
    assertThat(readers(path)).hasSize(1).doesNotContain(copy);
    assertThat(path.connectToRead()).isInstanceOf(Reached.class);
  }

  @Test
  @Finds(Kind.INSTANCE_IMPAIRED)
  void a_writer_that_is_full_is_told_while_its_port_answers_and_stays() {
    Exposure path = expose(NewDatabase.instance(Engine.POSTGRESQL, "orders"));
    Approver grace = watch(path);
    rds(path).status(path.database(), "storage-full");

    new Looks(path.scenario()).pass(WITHIN);

    assertThat(grace.told("instance orders of database orders is storage-full")).hasSize(1);
    assertThat(path.connectToWrite()).isInstanceOf(Reached.class);
    rds(path).status(path.database(), "available");
    new Looks(path.scenario()).pass(WITHIN);
    assertThat(grace.told("instance orders of database orders is storage-full"))
        .last()
        .asString()
        .contains("over, since");
  }

  @Test
  @Finds(Kind.CERTIFICATE_ENDS)
  void a_certificate_that_ends_within_60_days_is_told_once_and_over_with_the_next() {
    Exposure path = expose(NewDatabase.instance(Engine.POSTGRESQL, "orders"));
    Approver grace = watch(path);
    Instant now = path.scenario().world().scheduler().now();
    rds(path).certificate(path.database(), "rds-ca-2019", now.plus(Duration.ofDays(61)));
    new Looks(path.scenario()).pass(WITHIN);
    assertThat(grace.told("the certificate of instance orders")).isEmpty();
    rds(path).certificate(path.database(), "rds-ca-2019", now.plus(Duration.ofDays(59)));

    new Looks(path.scenario()).pass(WITHIN);

    assertThat(grace.told("the certificate of instance orders"))
        .hasSize(1)
        .first()
        .asString()
        .contains("by rds-ca-2019, ends at 2026-");
    rds(path).certificate(path.database(), "rds-ca-rsa2048-g1", now.plus(Duration.ofDays(400)));
    new Looks(path.scenario()).pass(WITHIN);
    assertThat(grace.told("the certificate of instance orders"))
        .last()
        .asString()
        .contains("over, since");
  }

  private static List<String> readers(Exposure path) {
    String group = new Administrator(path).readers().targetGroupArn();
    return path.scenario().world().elb().registered(group).stream()
        .map(TargetDescription::id)
        .toList();
  }

  private static RdsService rds(Exposure path) {
    return path.scenario().world().rds();
  }

  private static Exposure exposeWithReplica() {
    NewDatabase copy = NewDatabase.instance(Engine.POSTGRESQL, "copy").in("private");
    return expose(NewDatabase.instance(Engine.POSTGRESQL, "orders").replica(copy));
  }

  private static Exposure expose(NewDatabase database) {
    return expose(database, true);
  }

  private static Exposure expose(NewDatabase database, boolean acceptsHostBlock) {
    Scenario scenario = RecordedCalls.watched(Scenario.virtual(79));
    DbId orders = scenario.provider().database(database);
    scenario.expose(RequestText.ofOwner("orders").with("acceptHostBlockRisk", acceptsHostBlock));
    return Exposure.of(scenario, orders, RequestText.to("orders").without("acceptHostBlockRisk"));
  }

  private static Approver watch(Exposure path) {
    new Looks(path.scenario()).pass(Duration.ofMinutes(2));
    return path.scenario().approver("hopper@example.com");
  }
}
