package dev.drawbridge.lab.path;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.drawbridge.engine.time.WallScheduler;
import dev.drawbridge.lab.database.Deadline;
import dev.drawbridge.simulator.network.Cut;
import dev.drawbridge.simulator.network.Listener;
import dev.drawbridge.simulator.network.Names;
import dev.drawbridge.simulator.network.Network;
import dev.drawbridge.simulator.network.Path;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.SocketException;
import java.net.SocketTimeoutException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArraySet;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class TcpPathTest {
  private static final int PORT = 33071;
  private static final InetSocketAddress ENTRANCE =
      new InetSocketAddress(OneEndpoint.ENDPOINT, PORT);

  private final WallScheduler scheduler = new WallScheduler(1);
  private final Network network = Network.of(scheduler, new Nameless());
  private final OneEndpoint world = new OneEndpoint();
  private final Set<InetSocketAddress> entrances = new CopyOnWriteArraySet<>(Set.of(ENTRANCE));
  private final TcpPath path =
      new TcpPath(
          network,
          new Path(network, world, world, world),
          source -> world.at(source).isPresent() ? source : OneEndpoint.APP,
          () -> entrances);
  private Greeter one;
  private Greeter two;

  @BeforeEach
  void start() {
    one = greeter("one", "127.10.211.31");
    two = greeter("two", "127.10.211.32");
    world.leadTo(PORT, "127.10.211.31", one.port());
  }

  @AfterEach
  void stop() {
    path.close();
    one.close();
    two.close();
    scheduler.close();
  }

  @Test
  void new_connections_follow_the_target_and_come_from_the_node() throws IOException {
    assertThat(greeting()).isEqualTo("one " + OneEndpoint.NODE);
    world.leadTo(PORT, "127.10.211.32", two.port());
    assertThat(greeting()).isEqualTo("two " + OneEndpoint.NODE);
  }

  @Test
  void bytes_pass_both_ways_and_a_closed_connection_is_forgotten() throws IOException {
    try (Socket client = connect()) {
      BufferedReader in = reader(client);
      in.readLine();
      client.getOutputStream().write("ping\n".getBytes(StandardCharsets.US_ASCII));
      assertThat(in.readLine()).isEqualTo("ping");
      assertThat(network.connections().paths()).hasSize(1);
    }
    Deadline.of(Duration.ofSeconds(5))
        .until(
            Duration.ofMillis(10),
            () -> network.connections().paths().isEmpty(),
            () -> "the connection still counts as open");
  }

  @Test
  void what_the_world_cuts_is_reset() throws IOException {
    try (Socket client = connect()) {
      BufferedReader in = reader(client);
      in.readLine();
      scheduler.exclusively(
          () -> network.connections().cut(reached -> true, Cut.TARGET_DEREGISTERED));
      assertThatThrownBy(in::readLine).isInstanceOf(SocketException.class);
    }
  }

  @Test
  void a_dropped_packet_is_silence_and_no_bytes_come_before_acceptance() throws IOException {
    world.state = "pendingAcceptance";
    try (Socket client = connect()) {
      client.setSoTimeout(200);
      assertThatThrownBy(() -> reader(client).readLine())
          .isInstanceOf(SocketTimeoutException.class);
    }
    world.state = "available";
    world.admitted = false;
    try (Socket client = connect()) {
      client.setSoTimeout(200);
      assertThatThrownBy(() -> reader(client).readLine())
          .isInstanceOf(SocketTimeoutException.class);
    }
  }

  @Test
  void a_group_without_a_target_resets() throws IOException {
    world.leadNowhere();
    try (Socket client = connect()) {
      client.setSoTimeout(5000);
      assertThatThrownBy(() -> reader(client).readLine())
          .isInstanceOf(SocketException.class)
          .isNotInstanceOf(SocketTimeoutException.class);
    }
  }

  @Test
  void a_server_that_dies_resets_its_clients() throws IOException {
    try (Socket client = connect()) {
      BufferedReader in = reader(client);
      in.readLine();
      one.close();
      assertThatThrownBy(in::readLine).isInstanceOf(SocketException.class);
    }
  }

  @Test
  void a_host_that_drops_packets_tells_nobody_that_its_server_has_died() throws IOException {
    try (Socket client = connect()) {
      BufferedReader in = reader(client);
      in.readLine();
      scheduler.exclusively(() -> network.hosts().silence("127.10.211.31"));
      one.close();
      client.setSoTimeout(200);
      assertThatThrownBy(in::readLine).isInstanceOf(SocketTimeoutException.class);
    }
    try (Socket client = connect()) {
      client.setSoTimeout(200);
      assertThatThrownBy(() -> reader(client).readLine())
          .isInstanceOf(SocketTimeoutException.class);
    }
  }

  @Test
  void an_entrance_that_is_gone_refuses() {
    entrances.clear();
    path.refresh();
    assertThatThrownBy(TcpPathTest::connect).isInstanceOf(SocketException.class);
  }

  @Test
  void a_health_check_sees_what_listens() {
    TcpProbe probe = new TcpProbe(network.hosts());
    assertThat(probe.connects(OneEndpoint.NODE, "127.10.211.31", one.port())).isTrue();
    one.close();
    assertThat(probe.connects(OneEndpoint.NODE, "127.10.211.31", one.port())).isFalse();
    assertThat(probe.live()).isTrue();
  }

  private Greeter greeter(String name, String address) {
    Greeter greeter = new Greeter(name, address);
    scheduler.exclusively(() -> network.hosts().listen(address, greeter.port(), Listener.plain()));
    return greeter;
  }

  private static String greeting() throws IOException {
    try (Socket client = connect()) {
      client.setSoTimeout(5000);
      return reader(client).readLine();
    }
  }

  private static Socket connect() throws IOException {
    return new Socket(ENTRANCE.getAddress(), PORT);
  }

  private static BufferedReader reader(Socket client) throws IOException {
    return new BufferedReader(
        new InputStreamReader(client.getInputStream(), StandardCharsets.US_ASCII));
  }

  private static final class Nameless implements Names {
    @Override
    public void put(String name, List<String> addresses) {}

    @Override
    public void remove(String name) {}
  }
}
