package dev.drawbridge.lab.consumer;

import dev.drawbridge.lab.database.Dialect;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;

/**
 * A new connection each time to one port, whoever answers there.
 *
 * @param address of the consumer's endpoint
 */
public record OnePort(Dialect dialect, String address, int port) implements Sessions {
  @Override
  public Connection take() throws SQLException {
    return DriverManager.getConnection(
        dialect.url(address, port), Dialect.APPLICATION, Dialect.APPLICATION);
  }
}
