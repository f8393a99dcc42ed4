package dev.drawbridge.lab.database;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.drawbridge.lab.process.Workspace;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.List;
import java.util.function.Function;

/** What must hold of a cluster of any engine when its writer is killed. */
public final class Failover {
  private static final List<Host> HOSTS =
      List.of(
          new Host("one", "127.10.201.11", 1),
          new Host("two", "127.10.202.12", 2),
          new Host("three", "127.10.203.13", 3));

  private Failover() {}

  /** Writes, kills the writer, promotes, writes again, and takes the old writer back. */
  public static void check(Function<Workspace, DatabaseEngine> engines) throws SQLException {
    try (Workspace workspace = new Workspace()) {
      DatabaseEngine engine = engines.apply(workspace);
      Cluster cluster = Cluster.start(engine, workspace, HOSTS);
      write(cluster.writer(), "CREATE TABLE t (v INT PRIMARY KEY)");
      write(cluster.writer(), "INSERT INTO t VALUES (1)");
      cluster.servers().forEach(server -> awaitRows(server, 1));
      assertRefusesWrites(cluster.server("two"));

      Host killed = cluster.kill("one");
      cluster.promote(cluster.mostAdvanced().host().name());
      write(cluster.writer(), "INSERT INTO t VALUES (2)");
      cluster.join(killed);

      assertThat(cluster.writer().host().name()).isIn("two", "three");
      assertThat(cluster.servers()).hasSize(3);
      for (Server server : cluster.servers()) {
        awaitRows(server, 2);
        String number = Integer.toString(server.host().number());
        assertThat(server.query(engine.dialect().identity())).isEqualTo(number);
      }
      assertRefusesWrites(cluster.server("one"));
    }
  }

  private static void assertRefusesWrites(Server server) {
    assertThatThrownBy(() -> write(server, "INSERT INTO t VALUES (99)"))
        .isInstanceOfSatisfying(
            SQLException.class, e -> assertThat(server.dialect().isReadOnly(e)).isTrue());
  }

  private static void write(Server server, String sql) throws SQLException {
    String url = server.dialect().url(server.host().address(), server.dialect().port());
    try (Connection connection =
            DriverManager.getConnection(url, Dialect.APPLICATION, Dialect.APPLICATION);
        Statement statement = connection.createStatement()) {
      statement.execute(sql);
    }
  }

  private static void awaitRows(Server server, int rows) {
    Deadline.of(Duration.ofSeconds(10))
        .until(
            Duration.ofMillis(10),
            () -> server.query("SELECT COUNT(*) FROM t").equals(Integer.toString(rows)),
            () -> server.host().name() + " has not " + rows + " rows");
  }
}
