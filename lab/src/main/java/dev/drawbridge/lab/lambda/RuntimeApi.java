package dev.drawbridge.lab.lambda;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import dev.drawbridge.lab.lambda.Exchange.Reply;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.LinkedBlockingQueue;

/**
 * The API that a runtime asks for work ("Using the Lambda runtime API", AWS Lambda Developer
 * Guide), of one execution environment, and beside it the endpoint of container credentials.
 *
 * <p>{@code /restore/next} is not in that guide; the runtime client asks it once the hooks before a
 * snapshot have run, and its answer means that the snapshot has been restored.
 */
final class RuntimeApi implements AutoCloseable {
  private static final String PREFIX = "/2018-06-01/runtime/";

  private final HttpServer server;
  private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
  private final BlockingQueue<Exchange> waiting = new LinkedBlockingQueue<>();
  private final Map<String, Exchange> running = new ConcurrentHashMap<>();
  private final CompletableFuture<Void> initialised = new CompletableFuture<>();
  private final CompletableFuture<Void> restored = new CompletableFuture<>();
  private final ContainerCredentials credentials;
  private volatile Optional<String> startFailure = Optional.empty();

  /** Listens on a free port of 127.0.0.1. */
  RuntimeApi(ContainerCredentials credentials) {
    this.credentials = credentials;
    try {
      InetAddress loopback = InetAddress.getByAddress(new byte[] {127, 0, 0, 1});
      server = HttpServer.create(new InetSocketAddress(loopback, 0), 0);
    } catch (IOException e) {
      throw new UncheckedIOException("cannot serve a Runtime API on 127.0.0.1", e);
    }
    server.createContext("/", this::serve);
    server.setExecutor(threads);
    server.start();
  }

  /** Host and port, as {@code AWS_LAMBDA_RUNTIME_API} has them. */
  String address() {
    return "127.0.0.1:" + server.getAddress().getPort();
  }

  /** Completes when the worker has started, priming included, and waits to be restored. */
  CompletableFuture<Void> initialised() {
    return initialised;
  }

  /** Lets a worker that has started go on: its snapshot has been restored. */
  void restore() {
    restored.complete(null);
  }

  /** Hands an invocation to the worker, which takes one at a time. */
  void offer(Exchange exchange) {
    waiting.add(exchange);
    startFailure.ifPresent(this::failAll);
  }

  @Override
  public void close() {
    server.stop(0);
    threads.shutdownNow();
  }

  private void serve(HttpExchange http) throws IOException {
    try (http) {
      String path = http.getRequestURI().getPath();
      if (path.equals(ContainerCredentials.PATH)) {
        credentials.answer(http);
        return;
      }
      route(http, path.startsWith(PREFIX) ? path.substring(PREFIX.length()) : path);
    } catch (InterruptedException closing) {
      Thread.currentThread().interrupt();
    }
  }

  private void route(HttpExchange http, String route) throws IOException, InterruptedException {
    byte[] body = http.getRequestBody().readAllBytes();
    String[] parts = route.split("/", -1);
    switch (parts[0] + "/" + parts[parts.length - 1]) {
      case "restore/next" -> {
        initialised.complete(null);
        restored.join();
        http.sendResponseHeaders(200, -1);
      }
      case "invocation/next" -> {
        initialised.complete(null);
        next(http);
      }
      case "invocation/response" ->
          done(http, parts[1], new Reply.Output(new String(body, StandardCharsets.UTF_8)));
      case "invocation/error" -> done(http, parts[1], new Reply.Failure(text(body)));
      case "init/error", "restore/error" -> {
        startFailure = Optional.of(text(body));
        failAll(text(body));
        http.sendResponseHeaders(202, -1);
      }
      default -> http.sendResponseHeaders(404, -1);
    }
  }

  private void next(HttpExchange http) throws IOException, InterruptedException {
    Exchange exchange = waiting.take();
    var invocation = exchange.invocation();
    running.put(invocation.requestId(), exchange);
    Map.of(
            "Lambda-Runtime-Aws-Request-Id", invocation.requestId(),
            "Lambda-Runtime-Deadline-Ms", String.valueOf(invocation.deadline().toEpochMilli()),
            "Lambda-Runtime-Invoked-Function-Arn", invocation.invokedArn(),
            "Content-Type", "application/json")
        .forEach(http.getResponseHeaders()::set);
    byte[] payload = exchange.payload();
    http.sendResponseHeaders(200, payload.length);
    http.getResponseBody().write(payload);
  }

  private void done(HttpExchange http, String requestId, Reply reply) throws IOException {
    Exchange exchange = running.remove(requestId);
    http.sendResponseHeaders(exchange == null ? 400 : 202, -1);
    if (exchange != null) {
      exchange.reply().complete(reply);
    }
  }

  private void failAll(String json) {
    Exchange exchange = waiting.poll();
    while (exchange != null) {
      exchange.reply().complete(new Reply.Failure(json));
      exchange = waiting.poll();
    }
  }

  private static String text(byte[] body) {
    return new String(body, StandardCharsets.UTF_8);
  }
}
