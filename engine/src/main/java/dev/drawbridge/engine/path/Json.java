package dev.drawbridge.engine.path;

import com.fasterxml.jackson.databind.JsonNode;

/** How a JSON value reads where AWS wants text. */
public final class Json {
  private Json() {}

  /** A string as it is, without quotes; anything else as compact JSON. */
  public static String text(JsonNode value) {
    return value.isTextual() ? value.textValue() : value.toString();
  }
}
