package dev.drawbridge.lab.path;

import dev.drawbridge.simulator.network.Connections.Connection;
import dev.drawbridge.simulator.network.Network;
import dev.drawbridge.simulator.network.Path;
import dev.drawbridge.simulator.network.PathResult;
import dev.drawbridge.simulator.network.Reached;
import java.io.IOException;
import java.net.Socket;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/** One connection of a client, from its acceptance to its end. */
final class Carried {
  private final Network network;
  private final Socket client;
  private @Nullable Connection registered;
  private @Nullable Socket server;
  private boolean cut;

  Carried(Network network, Socket client) {
    this.network = network;
    this.client = client;
  }

  /**
   * Asks where the connection leads. One that reaches a server counts as open from this moment, so
   * that no cut can fall between the answer and the bytes.
   */
  PathResult route(Path path, UnaryOperator<String> hosts) {
    String real = client.getInetAddress().getHostAddress();
    String destination = client.getLocalAddress().getHostAddress();
    int port = client.getLocalPort();
    return network
        .scheduler()
        .exclusively(
            () -> {
              PathResult result = path.connect(hosts.apply(real), destination, port);
              if (result instanceof Reached reached) {
                registered = network.connections().open(reached, why -> cut());
              }
              return result;
            });
  }

  /** Connects to the server as the host that it is to see, and copies until the end. */
  void relay(Reached reached) throws IOException {
    try {
      Socket connected = Sockets.connect(reached.sourceSeen(), reached.targetIp(), reached.port());
      client.setTcpNoDelay(true);
      if (take(connected)) {
        new Relay(client, connected, () -> isSilent(reached)).run();
      }
    } finally {
      network.scheduler().exclusively(this::forget);
    }
  }

  private boolean isSilent(Reached reached) {
    return network.scheduler().exclusively(() -> network.hosts().isSilent(reached.targetIp()));
  }

  private synchronized boolean take(Socket connected) {
    server = connected;
    if (cut) {
      reset();
    }
    return !cut;
  }

  private synchronized void cut() {
    cut = true;
    reset();
  }

  private void reset() {
    Sockets.reset(client);
    if (server != null) {
      Sockets.reset(server);
    }
  }

  private void forget() {
    if (registered != null) {
      registered.close();
    }
  }
}
