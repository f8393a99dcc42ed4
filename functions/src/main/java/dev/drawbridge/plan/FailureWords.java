package dev.drawbridge.plan;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.drawbridge.model.ClaimState;
import dev.drawbridge.model.Failure;

/** What the error of a run means for its claim and for people. */
public final class FailureWords {
  private static final ObjectMapper JSON = new ObjectMapper();

  private FailureWords() {}

  public static ClaimState state(Failure failure) {
    return switch (failure.error()) {
      case "Denied" -> ClaimState.DENIED;
      case "States.Timeout" -> ClaimState.EXPIRED;
      case "AcceptedUnverified" -> ClaimState.ACCEPTED_UNVERIFIED;
      default -> ClaimState.FAILED;
    };
  }

  /** The message of the exception, without its stack trace. */
  public static String message(Failure failure) {
    String cause = failure.cause();
    if (failure.error().equals("States.Timeout")) {
      return "nobody came in time";
    }
    return cause == null || cause.isBlank() ? failure.error() : unpacked(cause);
  }

  /** A worker's error is JSON; a failed child execution's is JSON whose Cause is JSON again. */
  private static String unpacked(String cause) {
    try {
      JsonNode json = JSON.readTree(cause);
      if (json.path("errorMessage").isTextual()) {
        return json.path("errorMessage").asText();
      }
      return json.path("Cause").isTextual() ? unpacked(json.path("Cause").asText()) : cause;
    } catch (JsonProcessingException e) {
      return cause;
    }
  }
}
