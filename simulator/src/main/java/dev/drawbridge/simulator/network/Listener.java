package dev.drawbridge.simulator.network;

/**
 * A server that accepts TCP connections at an address and port.
 *
 * @param maxConnectErrors after how many interrupted handshakes in a row the server blocks the
 *     client's host (MySQL's {@code max_connect_errors}); 0 where it never does
 */
public record Listener(long maxConnectErrors) {

  /** A server that never blocks a host: PostgreSQL, or MySQL without a host cache. */
  public static Listener plain() {
    return new Listener(0);
  }

  /** A MySQL-family server with its {@code max_connect_errors}. */
  public static Listener blockingHostsAfter(long maxConnectErrors) {
    return new Listener(maxConnectErrors);
  }
}
