package dev.drawbridge.lab.runs;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import org.jspecify.annotations.Nullable;

/** What a failure says to people: of a worker's error, which Lambda writes as JSON, the message. */
final class Causes {
  private static final ObjectMapper JSON = new ObjectMapper();

  private Causes() {}

  static String message(@Nullable String cause) {
    if (cause == null) {
      return "";
    }
    try {
      JsonNode message = JSON.readTree(cause).path("errorMessage");
      return message.isTextual() ? message.asText() : cause;
    } catch (JsonProcessingException text) {
      return cause;
    }
  }

  static String words(@Nullable String error, @Nullable String cause) {
    String name = error == null ? "" : error.substring(error.lastIndexOf('.') + 1);
    String message = message(cause);
    return message.isEmpty() ? name : name + ": " + message;
  }
}
