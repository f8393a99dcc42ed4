package dev.drawbridge.lab.database;

import dev.drawbridge.lab.process.LabException;
import dev.drawbridge.lab.process.Workspace;
import java.time.Duration;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * One writer and its replicas, all real processes. It does what RDS would do behind its API when
 * told to: it decides nothing itself.
 */
public final class Cluster {
  private static final Duration CATCH_UP = Duration.ofSeconds(30);
  private static final Duration BETWEEN_LOOKS = Duration.ofMillis(10);

  private final Engine engine;
  private final Workspace workspace;
  private final Map<String, Server> servers = new LinkedHashMap<>();
  private String writer;

  private Cluster(Engine engine, Workspace workspace, Server writer) {
    this.engine = engine;
    this.workspace = workspace;
    this.writer = writer.host().name();
    servers.put(this.writer, writer);
  }

  /** Starts a server for every host; the first is the writer. */
  public static Cluster start(Engine engine, Workspace workspace, List<Host> hosts) {
    Server writer = engine.startWriter(hosts.getFirst());
    Cluster cluster = new Cluster(engine, workspace, writer);
    hosts.stream().skip(1).forEach(cluster::join);
    return cluster;
  }

  /** Starts a replica of the current writer on that host. */
  public synchronized Server join(Host host) {
    Server replica = engine.startReplica(host, writer());
    servers.put(host.name(), replica);
    return replica;
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
    workspace.kill(victim.process());
    servers.remove(name);
    return victim.host();
  }

  /** The running replica that has seen most of the writer's changes. */
  public synchronized Server mostAdvanced() {
    return servers.values().stream()
        .filter(server -> !server.host().name().equals(writer))
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
    servers.values().stream()
        .filter(server -> !server.equals(promoted))
        .forEach(replica -> engine.follow(replica, promoted));
  }
}
