package dev.drawbridge.api;

import dev.drawbridge.runtime.Json;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;

/** What a worker answers through a REST API of API Gateway. */
public record ProxyAnswer(int statusCode, Map<String, String> headers, String body) {

  /** Keeps a copy. */
  public ProxyAnswer {
    headers = Map.copyOf(headers);
  }

  static ProxyAnswer json(int status, Object body) {
    return of(status, "application/json", body);
  }

  static ProxyAnswer problem(Problem problem) {
    return of(problem.status(), "application/problem+json", problem);
  }

  /** The same with one more header. */
  public ProxyAnswer with(String header, String value) {
    Map<String, String> more = new LinkedHashMap<>(headers);
    more.put(header, value);
    return new ProxyAnswer(statusCode, more, body);
  }

  private static ProxyAnswer of(int status, String contentType, Object body) {
    return new ProxyAnswer(
        status,
        Map.of("Content-Type", contentType, "Cache-Control", "no-store"),
        new String(Json.STRICT.write(body), StandardCharsets.UTF_8));
  }
}
