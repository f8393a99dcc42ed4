package dev.drawbridge.lab.path;

import java.io.IOException;
import java.io.OutputStream;
import java.net.Socket;
import java.util.function.BooleanSupplier;

/**
 * Bytes between a client and a server, both ways, until both have ended or one is reset.
 *
 * @param client the consumer's end
 * @param server the database's end
 * @param silent whether the server's host drops packets: its end is then no news for the client
 */
record Relay(Socket client, Socket server, BooleanSupplier silent) {
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
      if (!from.equals(server) || !silent.getAsBoolean()) {
        to.shutdownOutput(); // the other way may go on
      }
    } catch (IOException e) {
      if (silent.getAsBoolean()) {
        awaitGivingUp();
        return;
      }
      // One end was reset, as when a server's process is killed: so is the other.
      Sockets.reset(from);
      Sockets.reset(to);
    }
  }

  /** What the client sends goes nowhere, until it closes its end or is cut. */
  private void awaitGivingUp() {
    try {
      client.getInputStream().transferTo(OutputStream.nullOutputStream());
    } catch (IOException e) {
      // It has given up.
    }
  }
}
