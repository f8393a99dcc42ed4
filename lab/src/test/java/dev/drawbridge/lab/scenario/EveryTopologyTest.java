package dev.drawbridge.lab.scenario;

import static org.assertj.core.api.Assertions.assertThat;

import dev.drawbridge.simulator.network.Reached;
import dev.drawbridge.simulator.rds.Engine;
import dev.drawbridge.simulator.rds.NewDatabase;
import dev.drawbridge.simulator.rds.Server;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import software.amazon.awssdk.services.ec2.model.VpcEndpoint;
import software.amazon.awssdk.services.sfn.model.ExecutionStatus;

/** Every kind of database: the writer port reaches the writer, the reader port every reader. */
class EveryTopologyTest {
  private static final int ATTEMPTS = 60;

  private final Scenario scenario = Scenario.virtual(7);
  private final Approver grace = scenario.approver("grace@example.com");

  @ParameterizedTest(name = "{0}")
  @MethodSource("topologies")
  void the_ports_lead_to_the_writer_and_to_every_reader(
      String name, NewDatabase database, int port, List<String> readers) {
    scenario.provider().database(database);
    Encounter encounter =
        Encounter.start(scenario, scenario.consumer(), grace, RequestText.to("orders").json());

    VpcEndpoint endpoint = encounter.finish();

    assertThat(encounter.run().describe().status())
        .as(String.join("\n", scenario.log()))
        .isEqualTo(ExecutionStatus.SUCCEEDED);
    Server writer = server((Reached) encounter.connect(endpoint, port + 1));
    assertThat(writer.writable()).isTrue();
    assertThat(reached(encounter, endpoint, port)).containsExactlyInAnyOrderElementsOf(readers);
  }

  static Stream<Arguments> topologies() {
    return Stream.of(
        row("Aurora MySQL", aurora(Engine.AURORA_MYSQL, 2), 3306, "orders-2", "orders-3"),
        row("Aurora PostgreSQL", aurora(Engine.AURORA_POSTGRESQL, 1), 5432, "orders-2"),
        row("Aurora, writer alone", aurora(Engine.AURORA_POSTGRESQL, 0), 5432, "orders-1"),
        row("Aurora, other port", aurora(Engine.AURORA_MYSQL, 1).port(3400), 3400, "orders-2"),
        row("Multi-AZ cluster MySQL", cluster(Engine.MYSQL), 3306, "orders-2", "orders-3"),
        row(
            "Multi-AZ cluster PostgreSQL",
            cluster(Engine.POSTGRESQL),
            5432,
            "orders-2",
            "orders-3"),
        row("MySQL instance", instance(Engine.MYSQL), 3306, "orders"),
        row("MariaDB instance, Multi-AZ", instance(Engine.MARIADB).multiAz(), 3306, "orders"),
        row("PostgreSQL instance, Multi-AZ", instance(Engine.POSTGRESQL).multiAz(), 5432, "orders"),
        row(
            "MySQL instance with replicas, one on another port",
            instance(Engine.MYSQL).replica(replica("copy-1")).replica(replica("copy-2").port(3400)),
            3306,
            "copy-1",
            "copy-2"));
  }

  /** The names of the servers that the reader port led to. */
  private Set<String> reached(Encounter encounter, VpcEndpoint endpoint, int port) {
    Set<String> names = new HashSet<>();
    for (int i = 0; i < ATTEMPTS; i++) {
      names.add(server((Reached) encounter.connect(endpoint, port)).instance().name());
    }
    return names;
  }

  private Server server(Reached reached) {
    return scenario.world().rds().serverAt(reached.targetIp()).orElseThrow();
  }

  private static Arguments row(String name, NewDatabase database, int port, String... readers) {
    return Arguments.of(name, database, port, List.of(readers));
  }

  private static NewDatabase aurora(Engine engine, int readers) {
    return NewDatabase.aurora(engine, "orders").readers(readers);
  }

  private static NewDatabase cluster(Engine engine) {
    return NewDatabase.multiAzCluster(engine, "orders");
  }

  private static NewDatabase instance(Engine engine) {
    return NewDatabase.instance(engine, "orders");
  }

  private static NewDatabase replica(String name) {
    // Guarded by the VPC's default group, where its source has a group of its own.
    return NewDatabase.instance(Engine.MYSQL, name).in(ProviderSite.SUBNET_GROUP);
  }
}
