package dev.drawbridge.simulator.rds;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import dev.drawbridge.simulator.door.Clients;
import java.time.Duration;
import java.util.List;
import java.util.stream.IntStream;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.rds.RdsClient;
import software.amazon.awssdk.services.rds.model.DBCluster;
import software.amazon.awssdk.services.rds.model.DBClusterMember;
import software.amazon.awssdk.services.rds.model.DBInstance;
import software.amazon.awssdk.services.rds.model.DBSubnetGroup;
import software.amazon.awssdk.services.rds.model.DbClusterNotFoundException;
import software.amazon.awssdk.services.rds.model.DbInstanceNotFoundException;
import software.amazon.awssdk.services.rds.model.DbParameterGroupNotFoundException;
import software.amazon.awssdk.services.rds.model.DbSubnetGroupNotFoundException;
import software.amazon.awssdk.services.rds.model.InvalidDbClusterStateException;
import software.amazon.awssdk.services.rds.model.Parameter;
import software.amazon.awssdk.services.rds.model.RdsException;

/** RDS as the SDK's own client sees it. */
@SuppressWarnings("unchecked") // The SDK declares its consumers as generic varargs.
class RdsApiTest {
  private final Rds rds = new Rds(11);
  private final Clients clients = new Clients(rds.scheduler, rds.service.service());
  private final RdsClient client = clients.of(RdsClient.builder());

  private DbId orders() {
    return rds.setUp(NewDatabase.aurora(Engine.AURORA_MYSQL, "orders").readers(2));
  }

  private DBCluster describe() {
    return client.describeDBClusters(r -> r.dbClusterIdentifier("orders")).dbClusters().getFirst();
  }

  private static void refused(ThrowingCallable call, String code) {
    assertThatThrownBy(call)
        .isInstanceOfSatisfying(
            RdsException.class,
            error -> assertThat(error.awsErrorDetails().errorCode()).isEqualTo(code));
  }

  @Test
  void a_cluster_shows_its_endpoints_its_members_and_who_of_them_writes() {
    orders();
    DBCluster cluster = describe();
    assertThat(cluster.status()).isEqualTo("available");
    assertThat(cluster.engine()).isEqualTo("aurora-mysql");
    assertThat(cluster.port()).isEqualTo(3306);
    assertThat(cluster.endpoint()).startsWith("orders.cluster-").endsWith(".rds.amazonaws.com");
    assertThat(cluster.readerEndpoint()).startsWith("orders.cluster-ro-");
    assertThat(cluster.dbClusterArn())
        .isEqualTo("arn:aws:rds:eu-central-1:111111111111:cluster:orders");
    assertThat(cluster.dbClusterMembers())
        .extracting(DBClusterMember::dbInstanceIdentifier, DBClusterMember::isClusterWriter)
        .containsExactlyInAnyOrder(
            tuple("orders-1", true), tuple("orders-2", false), tuple("orders-3", false));
  }

  @Test
  void clusters_are_found_by_name_in_any_case_by_arn_and_by_filters() {
    orders();
    rds.setUp(NewDatabase.aurora(Engine.AURORA_POSTGRESQL, "events"));
    String arn = describe().dbClusterArn();
    for (String name : new String[] {"ORDERS", arn}) {
      assertThat(client.describeDBClusters(r -> r.dbClusterIdentifier(name)).dbClusters())
          .as(name)
          .extracting(DBCluster::dbClusterIdentifier)
          .containsExactly("orders");
    }
    assertThat(clustersOf("engine", "aurora-postgresql")).containsExactly("events");
    assertThat(clustersOf("db-cluster-id", "orders", "events"))
        .containsExactlyInAnyOrder("orders", "events");
    assertThat(clustersOf("db-cluster-id", arn)).containsExactly("orders");
    assertThat(clustersOf("db-cluster-id", "nobody")).isEmpty();
    refused(() -> clustersOf("moon", "full"), "InvalidParameterValue");
  }

  private List<String> clustersOf(String filter, String... values) {
    return client
        .describeDBClusters(r -> r.filters(f -> f.name(filter).values(values)))
        .dbClusters()
        .stream()
        .map(DBCluster::dbClusterIdentifier)
        .toList();
  }

  /** API reference: MaxRecords from 20 to 100. */
  @Test
  void pages_of_twenty_follow_by_marker_and_smaller_ones_are_refused() {
    IntStream.range(0, 25).forEach(n -> rds.setUp(NewDatabase.instance(Engine.MARIADB, "db-" + n)));
    var first = client.describeDBInstances(r -> r.maxRecords(20));
    assertThat(first.dbInstances()).hasSize(20);
    var second = client.describeDBInstances(r -> r.maxRecords(20).marker(first.marker()));
    assertThat(second.dbInstances()).hasSize(5);
    assertThat(second.marker()).isNull();
    assertThat(client.describeDBInstancesPaginator(r -> r.maxRecords(20)).dbInstances())
        .extracting(DBInstance::dbInstanceIdentifier)
        .doesNotHaveDuplicates()
        .hasSize(25);
    refused(() -> client.describeDBInstances(r -> r.maxRecords(5)), "InvalidParameterValue");
    refused(() -> client.describeDBInstances(r -> r.marker("x")), "InvalidParameterValue");
  }

  @Test
  void an_instance_shows_its_address_port_network_and_replicas() {
    rds.setUp(
        NewDatabase.instance(Engine.MYSQL, "shop")
            .multiAz()
            .port(3310)
            .replica(NewDatabase.instance(Engine.MYSQL, "shop-r1").in("private")));
    DBInstance shop =
        client.describeDBInstances(r -> r.dbInstanceIdentifier("shop")).dbInstances().getFirst();
    assertThat(shop.dbInstanceStatus()).isEqualTo("available");
    assertThat(shop.endpoint().port()).isEqualTo(3310);
    assertThat(shop.endpoint().address()).startsWith("shop.").endsWith(".rds.amazonaws.com");
    assertThat(shop.multiAZ()).isTrue();
    assertThat(shop.publiclyAccessible()).isFalse();
    assertThat(shop.readReplicaDBInstanceIdentifiers()).containsExactly("shop-r1");
    assertThat(shop.vpcSecurityGroups()).hasSize(1);
    DBSubnetGroup network = shop.dbSubnetGroup();
    assertThat(network.subnets()).hasSize(3);
    assertThat(network.vpcId()).startsWith("vpc-");
  }

  @Test
  void instances_are_filtered_by_cluster_and_all_filters_must_match() {
    orders();
    rds.setUp(NewDatabase.instance(Engine.MYSQL, "shop"));
    assertThat(
            client
                .describeDBInstances(r -> r.filters(f -> f.name("db-cluster-id").values("orders")))
                .dbInstances())
        .extracting(DBInstance::dbInstanceIdentifier)
        .containsExactlyInAnyOrder("orders-1", "orders-2", "orders-3");
    assertThat(
            client
                .describeDBInstances(
                    r ->
                        r.filters(
                            f -> f.name("db-cluster-id").values("orders"),
                            f -> f.name("engine").values("mysql")))
                .dbInstances())
        .isEmpty();
  }

  @Test
  void subnet_groups_name_their_subnets_and_zones() {
    DBSubnetGroup group =
        client
            .describeDBSubnetGroups(r -> r.dbSubnetGroupName("private"))
            .dbSubnetGroups()
            .getFirst();
    assertThat(group.subnets())
        .extracting(each -> each.subnetAvailabilityZone().name())
        .containsExactlyInAnyOrder("eu-central-1a", "eu-central-1b", "eu-central-1c");
    assertThat(group.subnets())
        .allSatisfy(each -> assertThat(each.subnetIdentifier()).startsWith("subnet-"));
  }

  @Test
  void parameters_that_are_set_carry_a_value_and_defaults_do_not() {
    rds.setUp(
        NewDatabase.instance(Engine.MYSQL, "shop").parameter("max_connect_errors", "1000000"));
    rds.setUp(NewDatabase.aurora(Engine.AURORA_MYSQL, "orders").parameter("host_cache_size", "0"));
    String own =
        client
            .describeDBInstances(r -> r.dbInstanceIdentifier("shop"))
            .dbInstances()
            .getFirst()
            .dbParameterGroups()
            .getFirst()
            .dbParameterGroupName();
    var all = client.describeDBParameters(r -> r.dbParameterGroupName(own)).parameters();
    assertThat(all)
        .filteredOn(each -> each.parameterName().equals("max_connect_errors"))
        .extracting(Parameter::parameterValue, Parameter::source)
        .containsExactly(tuple("1000000", "user"));
    assertThat(all)
        .filteredOn(each -> each.parameterName().equals("host_cache_size"))
        .extracting(Parameter::parameterValue, Parameter::source)
        .containsExactly(tuple(null, "engine-default"));
    String ofCluster = describe().dbClusterParameterGroup();
    assertThat(
            client
                .describeDBClusterParameters(
                    r -> r.dbClusterParameterGroupName(ofCluster).source("user"))
                .parameters())
        .extracting(Parameter::parameterName, Parameter::parameterValue)
        .containsExactly(tuple("host_cache_size", "0"));
  }

  @Test
  void what_does_not_exist_is_404_by_the_error_of_its_kind_and_other_accounts_see_nothing() {
    orders();
    assertThatThrownBy(() -> client.describeDBClusters(r -> r.dbClusterIdentifier("x")))
        .isInstanceOf(DbClusterNotFoundException.class);
    assertThatThrownBy(() -> client.describeDBInstances(r -> r.dbInstanceIdentifier("x")))
        .isInstanceOf(DbInstanceNotFoundException.class);
    assertThatThrownBy(() -> client.describeDBSubnetGroups(r -> r.dbSubnetGroupName("x")))
        .isInstanceOf(DbSubnetGroupNotFoundException.class);
    assertThatThrownBy(() -> client.describeDBParameters(r -> r.dbParameterGroupName("x")))
        .isInstanceOf(DbParameterGroupNotFoundException.class);
    RdsClient other = clients.of(RdsClient.builder(), "222222222222");
    assertThat(other.describeDBClusters(r -> {}).dbClusters()).isEmpty();
    assertThatThrownBy(() -> other.describeDBClusters(r -> r.dbClusterIdentifier("orders")))
        .isInstanceOf(DbClusterNotFoundException.class);
  }

  @Test
  void a_failover_is_ordered_to_a_reader_and_done_later() {
    DbId orders = orders();
    DBCluster answer =
        client
            .failoverDBCluster(
                r -> r.dbClusterIdentifier("orders").targetDBInstanceIdentifier("orders-3"))
            .dbCluster();
    assertThat(answer.status()).isEqualTo("failing-over");
    assertThatThrownBy(() -> client.failoverDBCluster(r -> r.dbClusterIdentifier("orders")))
        .isInstanceOf(InvalidDbClusterStateException.class);

    rds.scheduler.pause(Duration.ofMinutes(10));

    assertThat(describe().status()).isEqualTo("available");
    assertThat(describe().dbClusterMembers())
        .filteredOn(DBClusterMember::isClusterWriter)
        .extracting(DBClusterMember::dbInstanceIdentifier)
        .containsExactly("orders-3");
    assertThat(rds.service.writer(orders).orElseThrow().id().name()).isEqualTo("orders-3");
  }

  @Test
  void a_failover_needs_a_reader_that_exists_and_serves() {
    rds.setUp(NewDatabase.aurora(Engine.AURORA_MYSQL, "alone"));
    assertThatThrownBy(() -> client.failoverDBCluster(r -> r.dbClusterIdentifier("alone")))
        .isInstanceOf(InvalidDbClusterStateException.class);
    assertThatThrownBy(() -> client.failoverDBCluster(r -> r.dbClusterIdentifier("nobody")))
        .isInstanceOf(DbClusterNotFoundException.class);
    orders();
    assertThatThrownBy(
            () ->
                client.failoverDBCluster(
                    r -> r.dbClusterIdentifier("orders").targetDBInstanceIdentifier("nobody")))
        .isInstanceOf(DbInstanceNotFoundException.class);
    assertThatThrownBy(
            () ->
                client.failoverDBCluster(
                    r -> r.dbClusterIdentifier("orders").targetDBInstanceIdentifier("orders-1")))
        .isInstanceOf(InvalidDbClusterStateException.class);
    assertThatThrownBy(
            () ->
                client.failoverDBCluster(
                    r -> r.dbClusterIdentifier("orders").targetDBInstanceIdentifier("ALONE-1")))
        .isInstanceOf(InvalidDbClusterStateException.class);
  }

  @Test
  void the_target_of_a_failover_is_named_in_any_case() {
    orders();
    client.failoverDBCluster(
        r -> r.dbClusterIdentifier("Orders").targetDBInstanceIdentifier("Orders-2"));
    rds.scheduler.pause(Duration.ofMinutes(10));
    assertThat(describe().dbClusterMembers())
        .filteredOn(DBClusterMember::isClusterWriter)
        .extracting(DBClusterMember::dbInstanceIdentifier)
        .containsExactly("orders-2");
  }
}
