package dev.drawbridge.lab.database;

import dev.drawbridge.lab.process.LabException;
import dev.drawbridge.lab.process.Workspace;
import java.time.Duration;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;

/**
 * One writer and its replicas, all real processes. It does what RDS would do behind its API when
 * told to: it decides nothing itself.
 */
public final class Cluster {
  private static final Duration CATCH_UP = Duration.ofSeconds(30);
  private static final Duration BETWEEN_LOOKS = Duration.ofMillis(10);

  private final DatabaseEngine engine;
  private final Workspace workspace;
  private final Map<String, Server> servers = new LinkedHashMap<>();
  private final Map<String, Server> ended = new HashMap<>();
  private final Map<String, Host> waiting = new LinkedHashMap<>();
  private String writer;
  private volatile Consumer<String> died = name -> {};

  private Cluster(DatabaseEngine engine, Workspace workspace, Server writer) {
    this.engine = engine;
    this.workspace = workspace;
    this.writer = writer.host().name();
    add(writer);
  }

  /** Starts a server for every host; the first is the writer. */
  public static Cluster start(DatabaseEngine engine, Workspace workspace, List<Host> hosts) {
    Server writer = engine.startWriter(hosts.getFirst());
    Cluster cluster = new Cluster(engine, workspace, writer);
    hosts.stream().skip(1).forEach(cluster::join);
    return cluster;
  }

  /** Tells from now on the name of each server whose process ends although nobody here ended it. */
  public void onDeath(Consumer<String> listener) {
    died = listener;
  }

  /** Starts a replica of the writer on that host; while no writer runs, it waits for one. */
  public synchronized void join(Host host) {
    if (runs(writer)) {
      add(engine.startReplica(host, writer()));
    } else {
      waiting.put(host.name(), host);
    }
  }

  /**
   * Starts the server that ended on that host's name again, on its own data, as the writer; what it
   * had acknowledged is still there. Whoever waits for a writer joins.
   *
   * @throws LabException where there is no such server
   */
  public synchronized void recover(Host host) {
    Server before = ended.remove(host.name());
    if (before == null) {
      throw new LabException(host.name() + " never ran, so it cannot come back as the writer");
    }
    Server back = engine.restart(before, host);
    add(back);
    if (writer.equals(host.name())) {
      replicas().forEach(replica -> engine.follow(replica, back));
    } else {
      promote(host.name());
    }
    List<Host> joining = List.copyOf(waiting.values());
    waiting.clear();
    joining.forEach(this::join);
  }

  public Dialect dialect() {
    return engine.dialect();
  }

  public synchronized Server writer() {
    return server(writer);
  }

  /** The servers that run, in the order in which they started. */
  public synchronized List<Server> servers() {
    return List.copyOf(servers.values());
  }

  /** Whether the server of that name runs. */
  public synchronized boolean runs(String name) {
    return servers.containsKey(name);
  }

  /** The running server of that name. */
  public synchronized Server server(String name) {
    Server server = servers.get(name);
    if (server == null) {
      throw new LabException(name + " does not run");
    }
    return server;
  }

  /** Kills the server's process (SIGKILL): what a crash of its host looks like from outside. */
  public synchronized Host kill(String name) {
    Server victim = server(name);
    forget(victim); // before it ends, so that its end is not taken for a death
    return victim.host();
  }

  /** The running replica that has seen most of the writer's changes. */
  public synchronized Server mostAdvanced() {
    return replicas().stream()
        .max(Comparator.comparingLong(engine::progress))
        .orElseThrow(() -> new LabException("no replica is left to promote"));
  }

  /**
   * Makes that replica the writer, and the other replicas follow it. Nothing that was acknowledged
   * is lost: where another replica has seen more, the new writer first catches up with it.
   */
  public synchronized void promote(String name) {
    Server promoted = server(name);
    Server best = mostAdvanced();
    long seen = engine.progress(best);
    if (engine.progress(promoted) < seen) {
      engine.follow(promoted, best);
      Deadline.of(CATCH_UP)
          .until(
              BETWEEN_LOOKS,
              () -> engine.progress(promoted) >= seen,
              () -> name + " does not catch up with " + best.host().name());
    }
    engine.promote(promoted);
    writer = name;
    replicas().forEach(replica -> engine.follow(replica, promoted));
  }

  private List<Server> replicas() {
    return servers.values().stream()
        .filter(server -> !server.host().name().equals(writer))
        .toList();
  }

  private void add(Server server) {
    servers.put(server.host().name(), server);
    var _ = server.process().onExit().thenRun(() -> exited(server));
  }

  private void forget(Server server) {
    servers.remove(server.host().name());
    ended.put(server.host().name(), server);
    workspace.kill(server.process());
  }

  private void exited(Server server) {
    String name = server.host().name();
    synchronized (this) {
      if (!server.equals(servers.get(name))) {
        return; // ended by us
      }
      forget(server);
    }
    died.accept(name);
  }
}
