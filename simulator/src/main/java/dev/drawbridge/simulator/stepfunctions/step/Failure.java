package dev.drawbridge.simulator.stepfunctions.step;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import org.jspecify.annotations.Nullable;

/**
 * An error that Retry and Catch can see.
 *
 * @param error the error's name; a callback can fail without one
 * @param cause the cause, if one was given
 * @param byCallback whether SendTaskFailure brought it: what it left out is null for a catcher, and
 *     the empty string otherwise (so in AWS's recordings)
 */
public record Failure(@Nullable String error, @Nullable String cause, boolean byCallback) {

  /** A failure that no callback brought. */
  public static Failure of(@Nullable String error, @Nullable String cause) {
    return new Failure(error, cause, false);
  }

  /** What a catcher puts into the state's output. */
  ObjectNode output() {
    ObjectNode output = JsonNodeFactory.instance.objectNode();
    output.put("Error", shown(error));
    output.put("Cause", shown(cause));
    return output;
  }

  private @Nullable String shown(@Nullable String text) {
    return text == null && !byCallback ? "" : text;
  }
}
