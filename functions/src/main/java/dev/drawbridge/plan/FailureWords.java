package dev.drawbridge.plan;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.drawbridge.model.ClaimState;
import dev.drawbridge.model.Failure;
import java.util.regex.Pattern;

/** What the error of a run means for its claim and for people: one sentence, whatever the cause. */
public final class FailureWords {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final String TIMEOUT = "States.Timeout";
  private static final String OURS = "dev.drawbridge.error.";

  /** An exception that no table knows, by its class: a defect. */
  private static final Pattern CLASS = Pattern.compile("([a-z]\\w*\\.)+[A-Z][\\w$]*");

  private FailureWords() {}

  /** How the claim of a run ends. */
  public static ClaimState state(Failure failure) {
    return switch (failure.error()) {
      case "Denied" -> ClaimState.DENIED;
      case TIMEOUT -> ClaimState.EXPIRED;
      case "AcceptedUnverified" -> ClaimState.ACCEPTED_UNVERIFIED;
      default -> ClaimState.FAILED;
    };
  }

  /** The same for a run that may have waited for people, in vain. */
  public static String ofWait(Failure failure) {
    return failure.error().equals(TIMEOUT) ? "nobody came in time" : message(failure);
  }

  /** Why it failed: no JSON, no stack trace, no class of Java. */
  public static String message(Failure failure) {
    return words(failure.error(), failure.cause() == null ? "" : failure.cause());
  }

  private static String words(String error, String cause) {
    if (error.equals(TIMEOUT)) {
      return "a task did not end in time";
    }
    JsonNode json = object(cause);
    if (json.path("ExecutionArn").isTextual()) {
      return child(json);
    }
    if (CLASS.matcher(error).matches() && !error.startsWith(OURS)) {
      return "a worker met a defect, which its log tells of";
    }
    String said =
        json.path("errorMessage").isTextual() ? json.path("errorMessage").asText() : cause;
    String sentence = plain(said);
    return sentence.isBlank() ? "it ended with " + error : sentence;
  }

  /** A failed child execution's cause is its description, the cause in which is its own. */
  private static String child(JsonNode run) {
    String arn = run.path("ExecutionArn").asText();
    String error = run.path("Error").asText("");
    return error.isEmpty()
        ? "%s ended as %s".formatted(arn, run.path("Status").asText("FAILED"))
        : "%s failed: %s".formatted(arn, words(error, run.path("Cause").asText("")));
  }

  private static JsonNode object(String text) {
    try {
      return text.startsWith("{") ? JSON.readTree(text) : JSON.missingNode();
    } catch (JsonProcessingException e) {
      return JSON.missingNode();
    }
  }

  /** Without the JSON that some services append to what they say, and without line breaks. */
  private static String plain(String text) {
    int json = text.indexOf("{\"");
    String words = json < 0 ? text : text.substring(0, json);
    return words
        .replaceAll("Returned payload:\\s*$", "")
        .replaceAll("\\s+", " ")
        .strip()
        .replaceFirst("[.:;]+$", "");
  }
}
