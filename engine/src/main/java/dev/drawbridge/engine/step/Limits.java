package dev.drawbridge.engine.step;

import com.fasterxml.jackson.databind.JsonNode;
import dev.drawbridge.engine.definition.Filters;
import dev.drawbridge.engine.definition.Limit;
import dev.drawbridge.engine.path.Json;
import dev.drawbridge.engine.path.Scope;
import dev.drawbridge.engine.path.StateFailure;
import org.jspecify.annotations.Nullable;

/** Numbers that a path may bring: time-outs, heartbeats, concurrency. */
final class Limits {
  private Limits() {}

  static @Nullable Long of(String field, @Nullable Limit limit, Scope scope) {
    if (limit == null) {
      return null;
    }
    return limit.path() == null
        ? limit.literal()
        : Long.valueOf(integer(field, limit.path(), scope));
  }

  static long integer(String field, String path, Scope scope) {
    JsonNode value = Filters.select(path, scope);
    if (!value.isIntegralNumber()) {
      throw StateFailure.runtime(
          "The %s field refers to value \"%s\" which is not a valid integer: %s"
              .formatted(field, Json.text(value), path));
    }
    return value.longValue();
  }
}
