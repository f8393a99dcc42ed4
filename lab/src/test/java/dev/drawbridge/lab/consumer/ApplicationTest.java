package dev.drawbridge.lab.consumer;

import static org.assertj.core.api.Assertions.assertThat;

import dev.drawbridge.engine.time.WallScheduler;
import dev.drawbridge.lab.consumer.Application.Entry;
import dev.drawbridge.lab.database.Cluster;
import dev.drawbridge.lab.database.Deadline;
import dev.drawbridge.lab.database.Dialect;
import dev.drawbridge.lab.database.Host;
import dev.drawbridge.lab.database.Server;
import dev.drawbridge.lab.dns.Answers;
import dev.drawbridge.lab.dns.DnsServer;
import dev.drawbridge.lab.dns.LabResolver;
import dev.drawbridge.lab.mariadb.HostCache;
import dev.drawbridge.lab.mariadb.MariaDb;
import dev.drawbridge.lab.path.OneEndpoint;
import dev.drawbridge.lab.path.TcpPath;
import dev.drawbridge.lab.path.TcpProbe;
import dev.drawbridge.lab.process.Cache;
import dev.drawbridge.lab.process.Workspace;
import dev.drawbridge.simulator.dns.DnsRecord;
import dev.drawbridge.simulator.dns.Zones;
import dev.drawbridge.simulator.network.Listener;
import dev.drawbridge.simulator.network.Names;
import dev.drawbridge.simulator.network.Network;
import dev.drawbridge.simulator.network.Path;
import java.net.InetSocketAddress;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** The lab's real parts together, under a network of one endpoint. */
@Tag("alone")
class ApplicationTest {
  private static final Entry WRITER = new Entry("vpce.example", 3307);
  private static final Entry READER = new Entry("vpce.example", 3306);
  private static final List<Host> HOSTS =
      List.of(
          new Host("one", "127.10.221.11", 1),
          new Host("two", "127.10.222.12", 2),
          new Host("three", "127.10.223.13", 3));

  private final OneEndpoint world = new OneEndpoint();

  @Test
  void writes_reach_the_writer_reads_reach_all_readers_and_a_block_of_the_host_shows() {
    try (WallScheduler scheduler = new WallScheduler(1);
        Workspace workspace = new Workspace()) {
      Zones zones = new Zones(scheduler);
      zones.put("vpce.example", addresses(OneEndpoint.ENDPOINT));
      Network network = Network.of(scheduler, new ZoneNames(zones));
      MariaDb engine = new MariaDb(workspace, Cache.ofUser(), new HostCache(3));
      Cluster cluster = Cluster.start(engine, workspace, HOSTS);
      cluster.servers().forEach(server -> listen(network, server));
      try (DnsServer dns = new DnsServer(new Answers(scheduler, zones, "c"), "127.20.221.2", 0);
          TcpPath _ = path(network)) {
        Application application =
            new Application(
                new LabResolver(dns.address()), Dialect.MARIADB, WRITER, READER, new Random(1));
        leadTo(cluster.writer(), WRITER.port());
        assertThat(application.createTable().error()).isNull();
        assertThat(application.write(7).server()).isEqualTo(1);
        assertThat(readersReached(application, cluster)).containsExactlyInAnyOrder(2, 3);

        leadTo(cluster.server("two"), WRITER.port());
        Exception refused = application.write(8).error();
        assertThat(refused).hasMessageContaining("read-only");

        leadTo(cluster.server("three"), READER.port());
        awaitBlocked(application, new TcpProbe(network.hosts()));
      }
    }
  }

  /**
   * Interrupted handshakes from the node's address block it. The server counts one once its own
   * thread has met the end of it, and a client let in before that starts the count anew.
   */
  private static void awaitBlocked(Application application, TcpProbe probe) {
    List<String> answers = new ArrayList<>();
    Deadline.of(Duration.ofSeconds(30))
        .until(
            Duration.ofMillis(50),
            () -> {
              for (int check = 0; check < 4; check++) {
                probe.connects(OneEndpoint.NODE, "127.10.223.13", 3306);
              }
              Exception refused = application.read().error();
              answers.add(refused == null ? "let in" : String.valueOf(refused.getMessage()));
              return answers.getLast().contains("is blocked");
            },
            () -> "never blocked, but " + answers.getLast());
  }

  private Set<Integer> readersReached(Application application, Cluster cluster) {
    Set<Integer> reached = new HashSet<>();
    for (String reader : List.of("two", "three")) {
      leadTo(cluster.server(reader), READER.port());
      // Replication takes its time.
      Deadline.of(Duration.ofSeconds(10))
          .until(Duration.ofMillis(10), () -> application.read().rows() == 1, () -> "no row");
      reached.add(application.read().server());
    }
    return reached;
  }

  private void leadTo(Server server, int port) {
    world.leadTo(port, server.host().address(), server.dialect().port());
  }

  private TcpPath path(Network network) {
    return new TcpPath(
        network,
        new Path(network, world, world, world),
        source -> OneEndpoint.APP,
        () ->
            Set.of(
                new InetSocketAddress(OneEndpoint.ENDPOINT, WRITER.port()),
                new InetSocketAddress(OneEndpoint.ENDPOINT, READER.port())));
  }

  private static void listen(Network network, Server server) {
    network
        .scheduler()
        .exclusively(
            () ->
                network
                    .hosts()
                    .listen(server.host().address(), server.dialect().port(), Listener.plain()));
  }

  private static DnsRecord addresses(String address) {
    return new DnsRecord.Addresses(List.of(address), Duration.ofSeconds(60));
  }

  private record ZoneNames(Zones zones) implements Names {
    @Override
    public void put(String name, List<String> addresses) {
      zones.put(name, new DnsRecord.Addresses(addresses, Duration.ofSeconds(60)));
    }

    @Override
    public void remove(String name) {
      zones.remove(name);
    }
  }
}
