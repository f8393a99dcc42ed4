package dev.drawbridge.lab.lambda;

import com.sun.net.httpserver.HttpExchange;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.InstantSource;

/**
 * The credentials of a worker's role, for whoever shows the token of its environment. The simulated
 * AWS reads account and role from them.
 *
 * @param account of the function
 * @param role of the function
 * @param authorization what the worker has to show
 * @param clock tells when they expire
 */
record ContainerCredentials(
    String account, String role, String authorization, InstantSource clock) {
  /** Where a function with SnapStart finds them, on the port of its Runtime API. */
  static final String PATH = "/2021-04-23/credentials";

  private static final Duration VALID = Duration.ofHours(6);

  void answer(HttpExchange http) throws IOException {
    if (!authorization.equals(http.getRequestHeaders().getFirst("Authorization"))) {
      http.sendResponseHeaders(403, -1);
      return;
    }
    byte[] body =
        """
        {"AccessKeyId": "%s", "SecretAccessKey": "unused", "Token": "role/%s", "Expiration": "%s"}
        """
            .formatted(account, role, clock.instant().plus(VALID))
            .getBytes(StandardCharsets.UTF_8);
    http.getResponseHeaders().set("Content-Type", "application/json");
    http.sendResponseHeaders(200, body.length);
    http.getResponseBody().write(body);
  }
}
