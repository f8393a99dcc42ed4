package dev.drawbridge.lab.consumer;

import java.net.UnknownHostException;
import java.sql.Connection;
import java.sql.SQLException;

/** Where an application takes the connection of each of its writes from. */
public interface Sessions extends AutoCloseable {
  /**
   * A connection that can write, as far as the application can know.
   *
   * @throws SQLException if there is none at the moment
   */
  Connection take() throws SQLException, UnknownHostException;

  @Override
  default void close() {}
}
