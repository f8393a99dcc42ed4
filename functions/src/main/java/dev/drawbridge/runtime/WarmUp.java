package dev.drawbridge.runtime;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.charset.StandardCharsets;

/**
 * An invocation without a task: it keeps a function's execution environment, so that an invocation
 * that matters finds it warm.
 *
 * <p>Lambda does not say how long it keeps an idle environment ("Understanding the Lambda execution
 * environment lifecycle", AWS Lambda Developer Guide): one a minute is an assumption, UNCONFIRMED.
 */
final class WarmUp {
  private static final int LONGEST = 64;

  private WarmUp() {}

  /** Whether the input of an invocation says that there is no task. */
  static boolean is(byte[] input) {
    if (input.length > LONGEST) {
      return false;
    }
    try {
      JsonNode json = Json.STRICT.mapper().readTree(input);
      return json.size() == 1 && json.path("warmUp").asBoolean();
    } catch (JsonProcessingException notOurs) {
      return false;
    } catch (IOException impossible) {
      throw new IllegalStateException(new String(input, StandardCharsets.UTF_8), impossible);
    }
  }
}
