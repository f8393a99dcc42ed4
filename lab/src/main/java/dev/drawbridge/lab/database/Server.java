package dev.drawbridge.lab.database;

import dev.drawbridge.lab.process.LabException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A running database server.
 *
 * @param directory its data
 * @param log what it has printed
 */
public record Server(Host host, Dialect dialect, Process process, Path directory, Path log) {
  private static final Duration START = Duration.ofSeconds(30);
  private static final Duration BETWEEN_TRIES = Duration.ofMillis(20);

  /** A connection as the lab's administrator. */
  public Connection connect() throws SQLException {
    return DriverManager.getConnection(
        dialect.url(host.address(), dialect.port()), Dialect.ADMINISTRATOR, Dialect.ADMINISTRATOR);
  }

  /** Runs statements as the administrator, each on its own. */
  public void execute(String... statements) {
    try (Connection connection = connect();
        Statement statement = connection.createStatement()) {
      for (String sql : statements) {
        statement.execute(sql);
      }
    } catch (SQLException e) {
      throw new LabException(host.name() + ": " + e.getMessage(), e);
    }
  }

  /** The first column of the first row, as text; empty where there is no row or it is null. */
  public String query(String sql) {
    return read(sql, row -> row.getString(1));
  }

  /** The column of that name in the first row. */
  public String queryColumn(String sql, String column) {
    return read(sql, row -> row.getString(column));
  }

  private String read(String sql, Column column) {
    try (Connection connection = connect();
        Statement statement = connection.createStatement();
        ResultSet result = statement.executeQuery(sql)) {
      String value = result.next() ? column.of(result) : null;
      return value == null ? "" : value;
    } catch (SQLException e) {
      throw new LabException(host.name() + ": " + e.getMessage(), e);
    }
  }

  private interface Column {
    @Nullable String of(ResultSet row) throws SQLException;
  }

  /** Waits until the server answers a query, and returns it. */
  public Server awaitReady() {
    Deadline.of(START)
        .until(
            BETWEEN_TRIES,
            () -> {
              requireAlive();
              return answers();
            },
            () -> host.name() + " does not answer on " + host.address() + "\n" + lastWords());
    return this;
  }

  private boolean answers() {
    try (Connection connection = connect()) {
      return connection.isValid(1);
    } catch (SQLException e) {
      return false;
    }
  }

  private void requireAlive() {
    if (!process.isAlive()) {
      throw new LabException(
          "%s (%s:%d) ended while it started%n%s"
              .formatted(host.name(), host.address(), dialect.port(), lastWords()));
    }
  }

  private String lastWords() {
    try {
      List<String> lines = Files.readAllLines(log);
      return String.join("\n", lines.subList(Math.max(0, lines.size() - 12), lines.size()));
    } catch (IOException e) {
      return "(nothing in " + log + ")";
    }
  }
}
