package dev.drawbridge.lab.mariadb;

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
import java.util.function.BooleanSupplier;

/** MariaDB servers whose replicas follow the writer by global transaction ids. */
public final class MariaDb implements DatabaseEngine {
  private static final Duration CATCH_UP = Duration.ofSeconds(30);
  private static final Duration BETWEEN_LOOKS = Duration.ofMillis(10);

  private final Workspace workspace;
  private final Distribution distribution;
  private final Template template;
  private final HostCache hostCache;
  private final AtomicInteger started = new AtomicInteger();

  /** Unpacks the server and makes the data directory unless {@code cache} has them. */
  public MariaDb(Workspace workspace, Cache cache, HostCache hostCache) {
    this.workspace = workspace;
    this.distribution = Distribution.unpacked(cache);
    this.template = Template.initialised(cache, distribution);
    this.hostCache = hostCache;
  }

  @Override
  public Dialect dialect() {
    return Dialect.MARIADB;
  }

  @Override
  public Server startWriter(Host host) {
    Server server = start(host);
    server.execute("SET GLOBAL read_only = 0");
    return server;
  }

  @Override
  public Server restart(Server ended, Host host) {
    Server server = serve(host, ended.directory(), ended.log());
    server.execute("SET GLOBAL read_only = 0");
    return server;
  }

  @Override
  public Server startReplica(Host host, Server writer) {
    Server server = start(host);
    follow(server, writer);
    String goal = writer.query("SELECT @@gtid_binlog_pos");
    await(server, () -> server.query("SELECT MASTER_GTID_WAIT('" + goal + "', 0)").equals("0"));
    return server;
  }

  @Override
  public long progress(Server replica) {
    String received = received(replica);
    return received.isEmpty() ? 0 : sequence(received);
  }

  @Override
  public void promote(Server replica) {
    // What has been acknowledged to a client may still be in the relay log.
    replica.execute("STOP SLAVE IO_THREAD");
    long goal = progress(replica);
    await(replica, () -> sequence(replica.query("SELECT @@gtid_slave_pos")) >= goal);
    replica.execute("STOP SLAVE", "RESET SLAVE ALL", "SET GLOBAL read_only = 0");
  }

  @Override
  public void follow(Server replica, Server writer) {
    replica.execute(
        "STOP SLAVE",
        "SET GLOBAL read_only = 1",
        "CHANGE MASTER TO MASTER_HOST='%s', MASTER_PORT=%d, MASTER_USER='%s', MASTER_PASSWORD='%s',"
                .formatted(
                    writer.host().address(),
                    dialect().port(),
                    Dialect.ADMINISTRATOR,
                    Dialect.ADMINISTRATOR)
            + " MASTER_CONNECT_RETRY=1, MASTER_SSL=0, MASTER_USE_GTID=slave_pos",
        "START SLAVE");
  }

  private Server start(Host host) {
    // A replica that comes back starts afresh: its old log may hold what no other ever got.
    String name = host.name() + "-" + started.incrementAndGet();
    Path data = workspace.serverDirectory(name);
    template.copyTo(data);
    Account.forServers().own(data);
    return serve(host, data, workspace.directory().resolve(name + ".log"));
  }

  private Server serve(Host host, Path data, Path log) {
    List<String> command = Options.serving(distribution, data, host, hostCache);
    Process process = workspace.start(Account.forServers().running(command), Map.of(), log);
    return new Server(host, dialect(), process, data, log).awaitReady();
  }

  /** The position up to which the replica has received: domain-server-sequence. */
  private static String received(Server replica) {
    return replica.queryColumn("SHOW SLAVE STATUS", "Gtid_IO_Pos");
  }

  private static long sequence(String position) {
    return position.isEmpty()
        ? 0
        : Long.parseLong(position.substring(position.lastIndexOf('-') + 1));
  }

  private static void await(Server server, BooleanSupplier condition) {
    Deadline.of(CATCH_UP)
        .until(BETWEEN_LOOKS, condition, () -> server.host().name() + " does not catch up");
  }
}
