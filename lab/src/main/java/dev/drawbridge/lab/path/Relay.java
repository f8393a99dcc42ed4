package dev.drawbridge.lab.path;

import java.io.IOException;
import java.net.Socket;

/**
 * Bytes between a client and a server, both ways, until both have ended or one is reset.
 *
 * @param client the consumer's end
 * @param server the database's end
 */
record Relay(Socket client, Socket server) {
  private static final int CHUNK = 16 * 1024;

  /** Copies until both ways have ended. */
  void run() {
    Thread answers = Thread.ofVirtual().start(() -> copy(server, client));
    copy(client, server);
    try {
      answers.join();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    Sockets.close(client);
    Sockets.close(server);
  }

  private void copy(Socket from, Socket to) {
    byte[] chunk = new byte[CHUNK];
    try {
      int read = from.getInputStream().read(chunk);
      while (read >= 0) {
        to.getOutputStream().write(chunk, 0, read);
        read = from.getInputStream().read(chunk);
      }
      to.shutdownOutput(); // the other way may go on
    } catch (IOException e) {
      // One end was reset, as when a server's process is killed: so is the other.
      Sockets.reset(from);
      Sockets.reset(to);
    }
  }
}
