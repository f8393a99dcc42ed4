package dev.drawbridge.aws;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;

/** Lambda's endpoint of container credentials: each answer has another key, valid for an hour. */
final class ContainerEndpoint implements AutoCloseable {
  private static final String TOKEN = "token-of-this-environment";

  private final HttpServer server;
  private int answers;

  ContainerEndpoint() throws IOException {
    server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.createContext("/credentials", this::answer);
    server.start();
    // The SDK reads these before the environment variables, which a test cannot set.
    System.setProperty("aws.containerCredentialsFullUri", uri());
    System.setProperty("aws.containerAuthorizationToken", TOKEN);
  }

  String uri() {
    return "http://127.0.0.1:%d/credentials".formatted(server.getAddress().getPort());
  }

  int answers() {
    return answers;
  }

  @Override
  public void close() {
    System.clearProperty("aws.containerCredentialsFullUri");
    System.clearProperty("aws.containerAuthorizationToken");
    server.stop(0);
  }

  private void answer(HttpExchange exchange) throws IOException {
    try (exchange) {
      if (!TOKEN.equals(exchange.getRequestHeaders().getFirst("Authorization"))) {
        exchange.sendResponseHeaders(401, -1);
        return;
      }
      answers++;
      byte[] body =
          """
          {"AccessKeyId": "key-%d", "SecretAccessKey": "secret", "Token": "session",
           "Expiration": "%s"}
          """
              .formatted(answers, Instant.now().plus(Duration.ofHours(1)))
              .getBytes(StandardCharsets.UTF_8);
      exchange.sendResponseHeaders(200, body.length);
      exchange.getResponseBody().write(body);
    }
  }
}
