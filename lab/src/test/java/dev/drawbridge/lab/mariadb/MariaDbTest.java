package dev.drawbridge.lab.mariadb;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.drawbridge.lab.database.Cluster;
import dev.drawbridge.lab.database.Deadline;
import dev.drawbridge.lab.database.Dialect;
import dev.drawbridge.lab.database.Host;
import dev.drawbridge.lab.database.Server;
import dev.drawbridge.lab.process.Cache;
import dev.drawbridge.lab.process.Workspace;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

class MariaDbTest {
  private static final List<Host> HOSTS =
      List.of(
          new Host("one", "127.10.201.11", 1),
          new Host("two", "127.10.202.12", 2),
          new Host("three", "127.10.203.13", 3));

  @Test
  void replicas_follow_the_writer_refuse_writes_and_take_over_when_it_is_killed()
      throws SQLException {
    try (Workspace workspace = new Workspace()) {
      MariaDb engine = new MariaDb(workspace, Cache.ofUser(), HostCache.NONE);
      Cluster cluster = Cluster.start(engine, workspace, HOSTS);
      write(cluster.writer(), "CREATE TABLE t (v INT PRIMARY KEY)");
      write(cluster.writer(), "INSERT INTO t VALUES (1)");
      cluster.servers().forEach(server -> awaitRows(server, 1));
      assertThatThrownBy(() -> write(cluster.server("two"), "INSERT INTO t VALUES (2)"))
          .isInstanceOfSatisfying(
              SQLException.class, e -> assertThat(e.getErrorCode()).isEqualTo(1290));

      Host killed = cluster.kill("one");
      Server promoted = cluster.mostAdvanced();
      cluster.promote(promoted.host().name());
      write(cluster.writer(), "INSERT INTO t VALUES (2)");
      cluster.join(killed);

      assertThat(cluster.writer().host().name()).isIn("two", "three");
      assertThat(cluster.servers()).hasSize(3);
      cluster.servers().forEach(server -> awaitRows(server, 2));
      assertThatThrownBy(() -> write(cluster.server("one"), "INSERT INTO t VALUES (3)"))
          .hasMessageContaining("read-only");
    }
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
