package dev.drawbridge.simulator.network;

/**
 * The probe of a world without sockets.
 *
 * <p>A server that has blocked the client's host still accepts the connection before it sends its
 * error, so a TCP check passes there too.
 */
public record HostsProbe(Hosts hosts) implements Probe {
  @Override
  public boolean connects(String sourceIp, String targetIp, int port) {
    return hosts.listener(targetIp, port).isPresent();
  }
}
