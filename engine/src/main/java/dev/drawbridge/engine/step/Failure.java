package dev.drawbridge.engine.step;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.HashSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * An error that Retry and Catch can see.
 *
 * @param error the error's name; a callback can fail without one
 * @param cause the cause, if one was given
 * @param byCallback whether SendTaskFailure brought it: what it left out is null for a catcher, and
 *     the empty string otherwise (so in AWS's recordings)
 * @param heartbeat whether a heartbeat was missed, which {@code States.HeartbeatTimeout} matches
 *     besides {@code States.Timeout}
 */
public record Failure(
    @Nullable String error, @Nullable String cause, boolean byCallback, boolean heartbeat) {

  /** What SendTaskFailure brings. */
  public static Failure callback(@Nullable String error, @Nullable String cause) {
    return new Failure(error, cause, true, false);
  }

  /** {@code HeartbeatSeconds} are over. */
  static Failure missedHeartbeat() {
    return new Failure("States.Timeout", null, false, true);
  }

  /** A failure that no callback brought. */
  public static Failure of(@Nullable String error, @Nullable String cause) {
    return new Failure(error, cause, false, false);
  }

  /** The names by which Retry and Catch may know the error. */
  Set<String> names() {
    Set<String> names = new HashSet<>();
    if (error != null) {
      names.add(error);
    }
    if (heartbeat) {
      names.add("States.HeartbeatTimeout");
    }
    return names;
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
