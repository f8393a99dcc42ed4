package dev.drawbridge.model;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;

/**
 * Wakes a waiting state. Whoever holds it can answer for a person, so it is never shown.
 *
 * @param value as Step Functions gives it
 */
public record TaskToken(@JsonValue String value) {
  /** Reads it from JSON text. */
  @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
  public static TaskToken of(String value) {
    return new TaskToken(value);
  }

  @Override
  public String toString() {
    return "TaskToken[...]";
  }
}
