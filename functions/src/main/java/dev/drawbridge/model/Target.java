package dev.drawbridge.model;

/**
 * A target of a target group. Always both: AWS deregisters silently nothing when the port is wrong.
 *
 * @param address IPv4
 */
public record Target(String address, int port) {
  @Override
  public String toString() {
    return address + ":" + port;
  }
}
