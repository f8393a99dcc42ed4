package dev.drawbridge.api;

import com.fasterxml.jackson.annotation.JsonIgnore;
import dev.drawbridge.model.Metrics;
import dev.drawbridge.runtime.Json;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What a worker answers through a REST API of API Gateway.
 *
 * @param lack what should be in it and cannot be read; null if nothing
 */
public record ProxyAnswer(
    int statusCode, Map<String, String> headers, String body, @JsonIgnore @Nullable Lack lack) {

  /**
   * Items of ours that an answer is without: the log and an alarm say so, whoever asked.
   *
   * @param items each in words
   */
  public record Lack(Instant at, List<String> items) {
    /** Keeps a copy. */
    public Lack {
      items = List.copyOf(items);
    }
  }

  /** Keeps a copy. */
  public ProxyAnswer {
    headers = Map.copyOf(headers);
  }

  /** One that lacks nothing. */
  public ProxyAnswer(int statusCode, Map<String, String> headers, String body) {
    this(statusCode, headers, body, null);
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
    return new ProxyAnswer(statusCode, more, body, lack);
  }

  /** The same without its body. */
  public ProxyAnswer bare() {
    return new ProxyAnswer(statusCode, headers, "", lack);
  }

  /** The same, of which these items could not be read. */
  public ProxyAnswer lacking(List<String> items, Instant now) {
    return items.isEmpty()
        ? this
        : new ProxyAnswer(statusCode, headers, body, new Lack(now, items));
  }

  /** What the log says of it. */
  public Optional<String> remark() {
    return Optional.ofNullable(lack)
        .map(found -> "cannot be read: " + String.join("; ", found.items()));
  }

  /** What an alarm rings by. */
  public Optional<Metrics> metrics() {
    return Optional.ofNullable(lack)
        .map(
            found ->
                new Metrics(
                    found.at(),
                    List.of(),
                    List.of(new Metrics.Metric("UnreadableItems", "Count", found.items().size()))));
  }

  private static ProxyAnswer of(int status, String contentType, Object body) {
    return new ProxyAnswer(
        status,
        Map.of("Content-Type", contentType, "Cache-Control", "no-store"),
        new String(Json.STRICT.write(body), StandardCharsets.UTF_8));
  }
}
