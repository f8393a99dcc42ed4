package dev.drawbridge.lab.peers;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import dev.drawbridge.lab.database.Dialect;
import dev.drawbridge.lab.process.LabException;
import java.io.IOException;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.stream.Stream;

/**
 * A client of the consumer's that has pasted its connection string.
 *
 * @param name who it is
 * @param writes runs a statement; fails with {@link LabException} if it cannot
 * @param ends lets go of what it holds
 */
record PastingClient(String name, Writes writes, Runnable ends) implements AutoCloseable {
  /** How a client runs a statement. */
  interface Writes {
    void run(String sql);
  }

  /** A JDBC driver that is given a new connection each time. */
  static PastingClient jdbc(String name, String url) {
    return new PastingClient(
        name,
        sql ->
            run(
                () -> DriverManager.getConnection(url, Dialect.APPLICATION, Dialect.APPLICATION),
                sql),
        () -> {});
  }

  /** HikariCP with pasted properties. */
  static PastingClient pool(String name, String properties) {
    HikariConfig config = new HikariConfig(properties(properties));
    config.setUsername(Dialect.APPLICATION);
    config.setPassword(Dialect.APPLICATION);
    HikariDataSource pool = new HikariDataSource(config);
    return new PastingClient(name, sql -> run(pool::getConnection, sql), pool::close);
  }

  /** A program that is started for each statement, which is its last argument. */
  static PastingClient program(String name, Path home, List<String> command) {
    return new PastingClient(name, sql -> run(home, command, sql), () -> {});
  }

  /** Writes a row that this client has not written before. */
  void write(int row) {
    writes.run("INSERT INTO items VALUES (%d, '%s')".formatted(row, name));
  }

  @Override
  public void close() {
    ends.run();
  }

  private interface Opening {
    Connection open() throws SQLException;
  }

  private static void run(Opening opening, String sql) {
    try (Connection connection = opening.open();
        Statement statement = connection.createStatement()) {
      statement.execute(sql);
    } catch (SQLException e) {
      throw new LabException(String.valueOf(e.getMessage()), e);
    }
  }

  private static void run(Path home, List<String> command, String sql) {
    try {
      List<String> whole = Stream.concat(command.stream(), Stream.of(sql)).toList();
      Program run = Program.run(home, Map.of(), whole);
      if (run.exitCode() != 0) {
        throw new LabException(run.output());
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new LabException("interrupted", e);
    }
  }

  private static Properties properties(String text) {
    Properties properties = new Properties();
    try {
      properties.load(new StringReader(text));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return properties;
  }
}
