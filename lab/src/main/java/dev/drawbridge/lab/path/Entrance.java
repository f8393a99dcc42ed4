package dev.drawbridge.lab.path;

import dev.drawbridge.lab.process.LabException;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.function.Consumer;

/** One address and port that connections come in by. */
final class Entrance {
  private static final int BACKLOG = 200;

  private final ServerSocket socket;
  private final Thread acceptor;

  /**
   * Listens, and hands each connection to {@code served} on a thread of its own.
   *
   * @throws LabException where the address and port are taken
   */
  Entrance(InetSocketAddress where, Consumer<Socket> served) {
    try {
      socket = new ServerSocket();
      socket.bind(where, BACKLOG);
    } catch (IOException e) {
      throw new LabException("cannot listen on %s: %s".formatted(where, e.getMessage()), e);
    }
    acceptor = Thread.ofVirtual().name("entrance " + where).start(() -> accept(served));
  }

  int port() {
    return socket.getLocalPort();
  }

  /** From the moment it returns the port refuses; connections that are open stay so. */
  void shut() {
    try {
      socket.close();
      acceptor.join(); // the port stays bound until the acceptor has left it
    } catch (IOException e) {
      throw new LabException("cannot stop listening on " + socket, e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private void accept(Consumer<Socket> served) {
    while (!socket.isClosed()) {
      try {
        Socket client = socket.accept();
        Thread.ofVirtual().name("connection").start(() -> served.accept(client));
      } catch (IOException e) {
        // Closed, which the loop's condition sees.
      }
    }
  }
}
