package dev.drawbridge.engine.definition;

import com.fasterxml.jackson.databind.JsonNode;
import org.jspecify.annotations.Nullable;

/**
 * A Pass state.
 *
 * @param result the constant result, if there is one; no path in it is evaluated
 */
public record PassState(
    String name, Filters filters, @Nullable JsonNode result, @Nullable String next)
    implements State {
  @Override
  public String type() {
    return "Pass";
  }
}
