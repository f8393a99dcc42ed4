package dev.drawbridge.lab.path;

import dev.drawbridge.lab.process.LabException;
import dev.drawbridge.simulator.network.Blocked;
import dev.drawbridge.simulator.network.Network;
import dev.drawbridge.simulator.network.Path;
import dev.drawbridge.simulator.network.PathResult;
import dev.drawbridge.simulator.network.Reached;
import java.io.IOException;
import java.io.OutputStream;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;

/**
 * Carries real connections to where the simulated network sends them.
 *
 * <p>It decides nothing: it listens where the world has entrances, asks {@link Path} about each
 * connection, connects to the target from the address that the server is to see, and ends what the
 * world cuts. A packet that AWS would drop cannot be dropped before the kernel has answered it, so
 * such a connection opens and stays silent until the client gives up.
 */
public final class TcpPath implements AutoCloseable {
  private static final System.Logger LOG = System.getLogger(TcpPath.class.getName());
  private static final long BETWEEN_LOOKS_MILLIS = 50;

  private final Network network;
  private final Path path;
  private final UnaryOperator<String> hosts;
  private final Supplier<Set<InetSocketAddress>> entrances;
  private final Map<InetSocketAddress, Entrance> listening = new HashMap<>();
  private final Set<Socket> open = ConcurrentHashMap.newKeySet();
  private volatile boolean closed;

  /**
   * Begins to listen.
   *
   * @param hosts the simulated host that a connection's real source address stands for, asked under
   *     the world's lock
   * @param entrances where to listen, asked under the world's lock
   */
  public TcpPath(
      Network network,
      Path path,
      UnaryOperator<String> hosts,
      Supplier<Set<InetSocketAddress>> entrances) {
    this.network = network;
    this.path = path;
    this.hosts = hosts;
    this.entrances = entrances;
    refresh();
    Thread.ofVirtual().name("entrances").start(this::keepUp);
  }

  /**
   * Opens new entrances and shuts those that are gone.
   *
   * @throws LabException where an address or port is taken by somebody else
   */
  public void refresh() {
    network.scheduler().exclusively(() -> listenOn(entrances.get()));
  }

  @Override
  public void close() {
    closed = true;
    network.scheduler().exclusively(() -> listenOn(Set.of()));
    open.forEach(Sockets::close);
  }

  private void keepUp() {
    while (!closed) {
      try {
        Thread.sleep(BETWEEN_LOOKS_MILLIS);
      } catch (InterruptedException e) {
        return;
      }
      try {
        network.scheduler().exclusively(() -> listenOn(closed ? Set.of() : entrances.get()));
      } catch (LabException e) {
        LOG.log(System.Logger.Level.WARNING, e.getMessage()); // and tried again
      }
    }
  }

  private void listenOn(Set<InetSocketAddress> wanted) {
    List.copyOf(listening.keySet()).stream()
        .filter(where -> !wanted.contains(where))
        .forEach(gone -> Objects.requireNonNull(listening.remove(gone)).shut());
    wanted.stream()
        .filter(where -> !listening.containsKey(where))
        .forEach(added -> listening.put(added, new Entrance(added, this::serve)));
  }

  private void serve(Socket client) {
    open.add(client);
    try {
      Carried connection = new Carried(network, client);
      PathResult result = connection.route(path, hosts);
      LOG.log(System.Logger.Level.DEBUG, "{0} {1}", client.getLocalSocketAddress(), result);
      switch (result) {
        case Reached reached -> connection.relay(reached);
        case Blocked blocked when blocked.reason().answered() -> Sockets.reset(client);
        case Blocked blocked -> awaitGivingUp(client);
      }
    } catch (IOException e) {
      LOG.log(System.Logger.Level.DEBUG, "reset", e);
      Sockets.reset(client); // the target refuses, or the client has gone
    } finally {
      Sockets.close(client);
      open.remove(client);
    }
  }

  /** Says nothing, until the client closes its end. */
  private static void awaitGivingUp(Socket client) throws IOException {
    client.getInputStream().transferTo(OutputStream.nullOutputStream());
  }
}
