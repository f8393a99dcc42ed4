package dev.drawbridge.lab.path;

import dev.drawbridge.simulator.network.Hosts;
import dev.drawbridge.simulator.network.Probe;
import java.io.IOException;
import java.net.Socket;

/**
 * A health check over a real socket: from the load balancer node's own address, opened and reset,
 * so that a MySQL-family server counts an interrupted handshake, as behind a real one.
 *
 * @param hosts what listens in the simulated network: a server that is away from it for a moment
 *     runs on, and its process would answer
 */
public record TcpProbe(Hosts hosts) implements Probe {
  private static final int BEGIN_MILLIS = 3;

  @Override
  public boolean connects(String sourceIp, String targetIp, int port) {
    if (hosts.listener(targetIp, port).isEmpty()) {
      return false;
    }
    try (Socket socket = Sockets.connect(sourceIp, targetIp, port)) {
      Sockets.resetOnClose(socket);
      letServerBegin(socket);
      return true;
    } catch (IOException e) {
      return false;
    }
  }

  /**
   * On loopback a reset would arrive before the server has taken the connection up, which it never
   * does over a network; a server that speaks first has begun once its first byte is here.
   */
  private static void letServerBegin(Socket socket) {
    try {
      socket.setSoTimeout(BEGIN_MILLIS);
      socket.getInputStream().read();
    } catch (IOException e) {
      // Silent, as PostgreSQL is: the connection opened all the same.
    }
  }

  @Override
  public boolean live() {
    return true;
  }
}
