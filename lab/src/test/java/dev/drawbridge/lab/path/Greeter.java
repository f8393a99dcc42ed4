package dev.drawbridge.lab.path;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/** A server that speaks first, as MySQL does: its name and the address it sees, then an echo. */
final class Greeter implements AutoCloseable {
  private final String name;
  private final Set<Socket> clients = ConcurrentHashMap.newKeySet();
  private final Entrance entrance;

  Greeter(String name, String address) {
    this.name = name;
    this.entrance = new Entrance(new InetSocketAddress(address, 0), this::serve);
  }

  int port() {
    return entrance.port();
  }

  private void serve(Socket client) {
    clients.add(client);
    try (client) {
      String greeting = name + " " + client.getInetAddress().getHostAddress() + "\n";
      client.getOutputStream().write(greeting.getBytes(StandardCharsets.US_ASCII));
      client.getInputStream().transferTo(client.getOutputStream());
    } catch (IOException e) {
      // A health check resets the connection.
    }
  }

  @Override
  public void close() {
    entrance.shut();
    clients.forEach(Sockets::reset);
  }
}
