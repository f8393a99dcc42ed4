package dev.drawbridge.simulator.network;

/** Opens a TCP connection from one host to another, as a health check does. */
public interface Probe {

  /**
   * Whether a connection from {@code sourceIp} to the target opens. Security groups are not asked.
   */
  boolean connects(String sourceIp, String targetIp, int port);

  /**
   * Whether the answer can change without {@link Changes} telling, as over real sockets; checks
   * then go on for as long as the target is registered.
   */
  default boolean live() {
    return false;
  }
}
