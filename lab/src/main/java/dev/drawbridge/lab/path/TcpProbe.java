package dev.drawbridge.lab.path;

import dev.drawbridge.simulator.network.Probe;
import java.io.IOException;
import java.net.Socket;

/**
 * A health check over a real socket: from the load balancer node's own address, opened and reset,
 * so that a MySQL-family server counts an interrupted handshake, as behind a real one.
 */
public final class TcpProbe implements Probe {
  @Override
  public boolean connects(String sourceIp, String targetIp, int port) {
    try (Socket socket = Sockets.connect(sourceIp, targetIp, port)) {
      Sockets.resetOnClose(socket);
      return true;
    } catch (IOException e) {
      return false;
    }
  }

  @Override
  public boolean live() {
    return true;
  }
}
