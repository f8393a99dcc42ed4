package dev.drawbridge.simulator.door;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import dev.drawbridge.simulator.wire.HttpCall;
import dev.drawbridge.simulator.wire.HttpReply;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.SocketTimeoutException;
import java.net.URI;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import software.amazon.awssdk.core.SdkBytes;

/** A door on one loopback port, for the AWS CLI, any other SDK, curl. */
public final class LoopbackServer implements AutoCloseable {
  private static final System.Logger LOG = System.getLogger(LoopbackServer.class.getName());

  private final Handler door;
  private final HttpServer server;
  private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();

  /** What answers: a door of the world. */
  @FunctionalInterface
  public interface Handler {
    /**
     * Answers a call.
     *
     * @throws SocketTimeoutException where there is to be no answer
     */
    HttpReply handle(HttpCall call) throws SocketTimeoutException;
  }

  /**
   * Serves AWS's own door.
   *
   * @param port 0 for any free port
   * @throws IOException if the port is taken
   */
  public LoopbackServer(Door door, int port) throws IOException {
    this(door::handle, port);
  }

  /**
   * Starts to listen on 127.0.0.1.
   *
   * @param port 0 for any free port
   * @throws IOException if the port is taken
   */
  public LoopbackServer(Handler door, int port) throws IOException {
    this.door = door;
    InetAddress loopback = InetAddress.getByAddress(new byte[] {127, 0, 0, 1});
    this.server = HttpServer.create(new InetSocketAddress(loopback, port), 0);
    server.createContext("/", this::serve);
    server.setExecutor(threads);
    server.start();
  }

  /** What {@code AWS_ENDPOINT_URL} is to be set to. */
  public URI url() {
    return URI.create("http://127.0.0.1:" + server.getAddress().getPort());
  }

  @Override
  public void close() {
    server.stop(0);
    threads.shutdownNow();
  }

  private void serve(HttpExchange exchange) throws IOException {
    try (exchange) {
      answer(exchange);
    }
  }

  private void answer(HttpExchange exchange) throws IOException {
    try {
      HttpReply reply = door.handle(read(exchange));
      reply.headers().forEach(exchange.getResponseHeaders()::set);
      byte[] body = reply.body().asByteArray();
      exchange.sendResponseHeaders(reply.status(), body.length == 0 ? -1 : body.length);
      exchange.getResponseBody().write(body);
    } catch (SocketTimeoutException planned) {
      // A planned fault: the connection is closed without an answer.
    } catch (RuntimeException defect) {
      // A defect of ours: AWS's own clients retry an internal failure, and so see that it is one.
      LOG.log(System.Logger.Level.ERROR, "a request could not be served", defect);
      exchange.sendResponseHeaders(500, -1);
    }
  }

  private static HttpCall read(HttpExchange exchange) throws IOException {
    Map<String, String> headers = new LinkedHashMap<>();
    exchange.getRequestHeaders().forEach((name, values) -> headers.put(name, values.getFirst()));
    SdkBytes body = SdkBytes.fromInputStream(exchange.getRequestBody());
    String path = exchange.getRequestURI().toASCIIString();
    return new HttpCall(exchange.getRequestMethod(), path, headers, body);
  }
}
