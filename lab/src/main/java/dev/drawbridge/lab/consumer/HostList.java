package dev.drawbridge.lab.consumer;

import dev.drawbridge.lab.database.Dialect;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;

/**
 * A new connection each time to the writer among the ports of all instances. PostgreSQL's driver
 * finds it itself; MariaDB's takes whoever answers, so that the hosts are asked in their order.
 *
 * @param address of the consumer's endpoint
 * @param ports one an instance
 */
public record HostList(Dialect dialect, String address, List<Integer> ports) implements Sessions {
  /** Keeps a copy. */
  public HostList {
    ports = List.copyOf(ports);
  }

  @Override
  public Connection take() throws SQLException {
    if (dialect.hosts().sessionOpening().isEmpty()) {
      return open(dialect.url(address, ports));
    }
    SQLException last = new SQLException("there is no port to ask");
    for (int port : ports) {
      try {
        return opened(open(dialect.url(address, port)));
      } catch (SQLException e) {
        last = e;
      }
    }
    throw last;
  }

  private Connection opened(Connection connection) throws SQLException {
    try (Statement statement = connection.createStatement()) {
      statement.execute(dialect.hosts().sessionOpening());
      return connection;
    } catch (SQLException e) {
      connection.close();
      throw e;
    }
  }

  private static Connection open(String url) throws SQLException {
    return DriverManager.getConnection(url, Dialect.APPLICATION, Dialect.APPLICATION);
  }
}
