package dev.drawbridge.lab.path;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.SocketException;

/** Loopback sockets that have a host's own address. */
final class Sockets {
  /** On loopback a server answers or refuses at once; this bounds a stopped process only. */
  private static final int CONNECT_MILLIS = 250;

  private Sockets() {}

  /** Connects from the host {@code sourceIp}. */
  static Socket connect(String sourceIp, String targetIp, int port) throws IOException {
    Socket socket = new Socket();
    try {
      socket.bind(new InetSocketAddress(sourceIp, 0));
      socket.connect(new InetSocketAddress(targetIp, port), CONNECT_MILLIS);
      socket.setTcpNoDelay(true);
      return socket;
    } catch (IOException e) {
      socket.close();
      throw e;
    }
  }

  /** The peer is to see a reset instead of an orderly end. */
  static void resetOnClose(Socket socket) {
    try {
      socket.setSoLinger(true, 0);
    } catch (SocketException e) {
      // Closed already: the peer has seen an end of one kind or the other.
    }
  }

  /** Ends it at once; the peer sees a reset. */
  static void reset(Socket socket) {
    resetOnClose(socket);
    close(socket);
  }

  /** Closes it; an error of a socket that is given up interests nobody. */
  static void close(Socket socket) {
    try {
      socket.close();
    } catch (IOException e) {
      // Nothing more can be done with it.
    }
  }
}
