package dev.drawbridge.lab.consumer;

import dev.drawbridge.lab.database.Dialect;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.List;

/**
 * A new connection each time to the writer among the ports of all instances, which the driver
 * finds.
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
    return DriverManager.getConnection(
        dialect.url(address, ports), Dialect.APPLICATION, Dialect.APPLICATION);
  }
}
