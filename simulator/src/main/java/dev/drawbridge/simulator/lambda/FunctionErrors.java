package dev.drawbridge.simulator.lambda;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/** What Lambda answers when a function fails, as its Java runtime and its platform write it. */
final class FunctionErrors {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final int FRAMES = 8;

  private FunctionErrors() {}

  /** The function threw: the error type is the full class name. */
  static String thrown(Throwable thrown) {
    ObjectNode node = JSON.createObjectNode();
    node.put("errorMessage", thrown.getMessage());
    node.put("errorType", thrown.getClass().getName());
    List<String> frames =
        Arrays.stream(thrown.getStackTrace()).limit(FRAMES).map(Object::toString).toList();
    node.set("stackTrace", JSON.valueToTree(frames));
    return write(node);
  }

  /** The function ran for too long. */
  static String timedOut(String requestId, Duration timeout) {
    String seconds = String.format(Locale.ROOT, "%.2f", timeout.toMillis() / 1000.0);
    return platform(
        "Sandbox.Timedout",
        "RequestId: %s Error: Task timed out after %s seconds".formatted(requestId, seconds));
  }

  /** The function's process ended by itself. */
  static String exited(String requestId) {
    return platform(
        "Runtime.ExitError",
        "RequestId: %s Error: Runtime exited with error: exit status 1".formatted(requestId));
  }

  private static String platform(String type, String message) {
    return write(JSON.createObjectNode().put("errorType", type).put("errorMessage", message));
  }

  private static String write(ObjectNode node) {
    try {
      return JSON.writeValueAsString(node);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("a tree of strings was not written as JSON", e);
    }
  }
}
