package dev.drawbridge.lab.postgresql;

import dev.drawbridge.lab.database.DatabaseEngine;
import dev.drawbridge.lab.database.Deadline;
import dev.drawbridge.lab.database.Dialect;
import dev.drawbridge.lab.database.Host;
import dev.drawbridge.lab.database.Server;
import dev.drawbridge.lab.process.Account;
import dev.drawbridge.lab.process.Cache;
import dev.drawbridge.lab.process.Workspace;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;

/** PostgreSQL servers with streaming replication. */
public final class PostgreSql implements DatabaseEngine {
  private static final Duration CATCH_UP = Duration.ofSeconds(30);
  private static final Duration BETWEEN_LOOKS = Duration.ofMillis(10);
  private static final Duration BETWEEN_RESTARTS = Duration.ofMillis(300);

  private final Workspace workspace;
  private final Distribution distribution;
  private final Template template;
  private final AtomicInteger started = new AtomicInteger();

  /** Unpacks the server and makes the data directory unless {@code cache} has them. */
  public PostgreSql(Workspace workspace, Cache cache) {
    this.workspace = workspace;
    this.distribution = Distribution.unpacked(cache);
    this.template = Template.initialised(cache, distribution);
  }

  @Override
  public Dialect dialect() {
    return Dialect.POSTGRESQL;
  }

  @Override
  public Server startWriter(Host host) {
    Path data = workspace.serverDirectory(nameOf(host));
    template.copyTo(data);
    Options.follow(data, "");
    return start(host, data);
  }

  /** A server that was killed leaves children behind, which hold its data for a moment. */
  @Override
  public Server restart(Server ended, Host host) {
    return Deadline.of(CATCH_UP).retrying(BETWEEN_RESTARTS, () -> start(host, ended.directory()));
  }

  @Override
  public Server startReplica(Host host, Server writer) {
    Path data = workspace.serverDirectory(nameOf(host));
    BaseBackup.take(writer, data);
    Options.follow(data, source(writer));
    Server replica = start(host, data);
    awaitStreaming(replica, writer);
    return replica;
  }

  @Override
  public long progress(Server replica) {
    String received =
        replica.query(
            "SELECT pg_wal_lsn_diff(GREATEST(pg_last_wal_receive_lsn(), pg_last_wal_replay_lsn()),"
                + " '0/0')::bigint");
    return received.isEmpty() ? 0 : Long.parseLong(received);
  }

  @Override
  public void promote(Server replica) {
    // Nobody follows it yet: a commit that waited for a standby would wait for ever.
    replica.execute("ALTER SYSTEM RESET synchronous_standby_names", "SELECT pg_reload_conf()");
    replica.execute("SELECT pg_promote(wait => true)");
    await(replica, "SELECT NOT pg_is_in_recovery()", "is not promoted");
  }

  @Override
  public void follow(Server replica, Server writer) {
    replica.execute(
        "ALTER SYSTEM SET primary_conninfo = '" + source(writer) + "'", "SELECT pg_reload_conf()");
    awaitStreaming(replica, writer);
  }

  private String nameOf(Host host) {
    return host.name() + "-" + started.incrementAndGet();
  }

  private Server start(Host host, Path data) {
    Account account = Account.forServers();
    account.own(data);
    Path log = workspace.directory().resolve(data.getFileName() + ".log");
    Process process =
        workspace.start(account.running(Options.serving(distribution, data, host)), Map.of(), log);
    return new Server(host, dialect(), process, data, log).awaitReady();
  }

  /** Returns once the replica has caught up; from then on no commit is acknowledged without one. */
  private void awaitStreaming(Server replica, Server writer) {
    await(
        writer,
        "SELECT EXISTS (SELECT FROM pg_stat_replication WHERE state = 'streaming'"
            + " AND replay_lsn IS NOT NULL AND application_name = '"
            + replica.host().number()
            + "')",
        "has no connection from " + replica.host().name());
    writer.execute(
        "ALTER SYSTEM SET synchronous_standby_names = 'ANY 1 (*)'", "SELECT pg_reload_conf()");
  }

  private static void await(Server server, String condition, String complaint) {
    Deadline.of(CATCH_UP)
        .until(
            BETWEEN_LOOKS,
            () -> server.query(condition).equals("t"),
            () -> server.host().name() + " " + complaint);
  }

  private static String source(Server writer) {
    return String.join(
        " ",
        List.of(
            "host=" + writer.host().address(),
            "port=" + Dialect.POSTGRESQL.port(),
            "user=" + Dialect.ADMINISTRATOR,
            "password=" + Dialect.ADMINISTRATOR,
            "sslmode=disable"));
  }
}
