package dev.drawbridge.lab.database;

import dev.drawbridge.lab.process.LabException;
import dev.drawbridge.lab.process.Workspace;
import dev.drawbridge.simulator.rds.DbId;
import dev.drawbridge.simulator.rds.RdsObserver;
import dev.drawbridge.simulator.rds.Server;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Does to real processes what the simulated RDS does to its servers: a server that goes down is
 * killed, one that is promoted takes writes, one that comes back joins as a replica.
 *
 * <p>The world's notices are taken at once and carried out in their order on one thread, since a
 * database takes longer than the world may stand still.
 */
public final class RealDatabases implements RdsObserver, AutoCloseable {
  private static final System.Logger LOG = System.getLogger(RealDatabases.class.getName());

  /** A world that is being closed may still notify; nothing comes of that any more. */
  private final ExecutorService work =
      new ThreadPoolExecutor(
          1,
          1,
          0,
          TimeUnit.SECONDS,
          new LinkedBlockingQueue<>(),
          Thread.ofPlatform().daemon().name("databases").factory(),
          new ThreadPoolExecutor.DiscardPolicy());

  private final Map<String, Integer> numbers = new ConcurrentHashMap<>();
  private final Map<String, DbId> instances = new ConcurrentHashMap<>();
  private final List<Server> first = new ArrayList<>();
  private final DatabaseEngine engine;
  private final Workspace workspace;
  private @Nullable Cluster cluster;

  /** No server yet: those that the world tells of before {@link #start} are started there. */
  public RealDatabases(DatabaseEngine engine, Workspace workspace) {
    this.engine = engine;
    this.workspace = workspace;
  }

  /**
   * Starts a real server for each simulated one that serves by now; they become one cluster.
   *
   * @param died told the instance of each server whose process ends by itself, on a thread of its
   *     own; RDS must hear of it
   * @throws LabException where none of them is writable, or an address is taken
   */
  public synchronized Cluster start(Consumer<DbId> died) {
    first.sort(Comparator.comparing(Server::writable).reversed());
    if (first.isEmpty() || !first.getFirst().writable()) {
      throw new LabException("the simulated RDS has no writer to start");
    }
    Cluster started = Cluster.start(engine, workspace, first.stream().map(this::host).toList());
    started.onDeath(name -> work.execute(() -> died.accept(instance(name))));
    cluster = started;
    return started;
  }

  @Override
  public synchronized void up(Server server) {
    if (cluster == null) {
      first.add(server);
      return;
    }
    carryOut("start " + name(server), servers -> start(servers, server));
  }

  @Override
  public void down(Server server) {
    carryOut("kill " + name(server), servers -> killIfThere(servers, name(server)));
  }

  @Override
  public void promoted(Server server) {
    carryOut("promote " + name(server), servers -> servers.promote(name(server)));
  }

  @Override
  public void close() {
    work.shutdownNow();
  }

  private void start(Cluster servers, Server server) {
    if (servers.runs(name(server))) {
      return;
    }
    if (server.writable()) {
      servers.recover(host(server));
    } else {
      servers.join(host(server));
    }
  }

  private static void killIfThere(Cluster servers, String name) {
    if (servers.runs(name)) {
      servers.kill(name);
    }
  }

  private Host host(Server server) {
    String name = name(server);
    int next = numbers.size() + 1;
    instances.put(name, server.instance());
    return new Host(name, server.address(), numbers.computeIfAbsent(name, n -> next));
  }

  private DbId instance(String name) {
    return Objects.requireNonNull(instances.get(name), name);
  }

  private static String name(Server server) {
    return server.instance().name();
  }

  private synchronized void carryOut(String what, Consumer<Cluster> body) {
    Cluster servers = cluster;
    if (servers == null) {
      return; // not started: the list of the first ones is all there is to change
    }
    work.execute(
        () -> {
          try {
            body.accept(servers);
          } catch (LabException e) {
            LOG.log(System.Logger.Level.ERROR, "cannot " + what + ": " + e.getMessage());
          }
        });
  }
}
