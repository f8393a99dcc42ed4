package dev.drawbridge.engine.path;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.random.RandomGenerator;

/**
 * What a path or a template can refer to.
 *
 * @param input what {@code $} is
 * @param context the context object, what {@code $$} is
 * @param random chance for {@code States.UUID} and {@code States.MathRandom}
 */
public record Scope(JsonNode input, JsonNode context, RandomGenerator random) {

  /** The value of a {@code $} or {@code $$} path. */
  public JsonNode read(String path) {
    return path.startsWith("$$")
        ? JsonPaths.read(context, path.substring(1))
        : JsonPaths.read(input, path);
  }

  /** The same scope over another input. */
  public Scope over(JsonNode otherInput) {
    return new Scope(otherInput, context, random);
  }
}
