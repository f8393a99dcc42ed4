package dev.drawbridge.lab.dns;

import dev.drawbridge.lab.process.LabException;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.net.DatagramPacket;
import java.net.DatagramSocket;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.Arrays;
import java.util.List;
import org.xbill.DNS.Message;

/**
 * A VPC's resolver on a loopback address, over UDP and TCP. It keeps nothing itself: a client may
 * keep each answer for the TTL that it carries.
 */
public final class DnsServer implements AutoCloseable {
  private static final int LARGEST_QUESTION = 4096;
  private static final int LARGEST_UDP_ANSWER = 1232;
  private static final int IDLE_MILLIS = 5000;

  private final Answers answers;
  private final DatagramSocket udp;
  private final ServerSocket tcp;
  private final List<Thread> threads;

  /**
   * Binds both sockets and begins to answer.
   *
   * @throws LabException where address or port is taken
   */
  public DnsServer(Answers answers, String address, int port) {
    this.answers = answers;
    try {
      InetAddress host = InetAddress.getByName(address);
      tcp = new ServerSocket(port, 50, host);
      udp = new DatagramSocket(new InetSocketAddress(host, tcp.getLocalPort()));
    } catch (IOException e) {
      throw new LabException(
          "cannot serve DNS on %s:%d: %s".formatted(address, port, e.getMessage()), e);
    }
    threads =
        List.of(
            Thread.ofVirtual().name("dns-udp").start(this::serveUdp),
            Thread.ofVirtual().name("dns-tcp").start(this::serveTcp));
  }

  /** Where it listens. */
  public InetSocketAddress address() {
    return new InetSocketAddress(tcp.getInetAddress(), tcp.getLocalPort());
  }

  @Override
  public void close() {
    udp.close();
    try {
      tcp.close();
      for (Thread thread : threads) {
        thread.join(); // the port stays bound until they have left it
      }
    } catch (IOException e) {
      throw new LabException("cannot stop DNS", e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private void serveUdp() {
    byte[] buffer = new byte[LARGEST_QUESTION];
    while (!udp.isClosed()) {
      try {
        answerOne(new DatagramPacket(buffer, buffer.length));
      } catch (IOException e) {
        // Closed, or a packet that is no question: nobody is owed an answer.
      }
    }
  }

  private void answerOne(DatagramPacket packet) throws IOException {
    udp.receive(packet);
    byte[] question = Arrays.copyOf(packet.getData(), packet.getLength());
    byte[] reply = answers.to(new Message(question)).toWire(LARGEST_UDP_ANSWER);
    udp.send(new DatagramPacket(reply, reply.length, packet.getSocketAddress()));
  }

  private void serveTcp() {
    while (!tcp.isClosed()) {
      try {
        Socket socket = tcp.accept();
        Thread.ofVirtual().name("dns-client").start(() -> serve(socket));
      } catch (IOException e) {
        // Closed, which the loop's condition sees.
      }
    }
  }

  private void serve(Socket socket) {
    try (socket) {
      socket.setSoTimeout(IDLE_MILLIS);
      DataInputStream in = new DataInputStream(socket.getInputStream());
      DataOutputStream out = new DataOutputStream(socket.getOutputStream());
      while (true) {
        byte[] question = in.readNBytes(in.readUnsignedShort());
        byte[] reply = answers.to(new Message(question)).toWire();
        out.writeShort(reply.length);
        out.write(reply);
      }
    } catch (EOFException e) {
      return; // the client has asked all it wanted
    } catch (IOException e) {
      return; // gone, silent for too long, or no DNS: nobody is owed an answer
    }
  }
}
