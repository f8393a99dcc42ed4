package dev.drawbridge.engine.step;

import com.fasterxml.jackson.databind.JsonNode;
import dev.drawbridge.engine.choice.Timestamps;
import dev.drawbridge.engine.definition.WaitState;
import dev.drawbridge.engine.path.Json;
import dev.drawbridge.engine.path.PathFailure;
import dev.drawbridge.engine.path.Scope;
import dev.drawbridge.engine.path.StateFailure;
import java.time.Duration;
import java.time.Instant;

/** Wait: a timer. */
final class WaitStep {
  /** AWS counts the delay in 32 bits of seconds: 24,855 days are well, 24,856 are too long. */
  private static final Duration LONGEST = Duration.ofSeconds(Integer.MAX_VALUE);

  private WaitStep() {}

  static void enter(WaitState state, Branch branch, Transition transition) {
    Scope whole = transition.scope(branch, null);
    Scope scope = whole.over(state.filters().input(whole));
    Duration delay = delay(state.until(), scope, transition.surroundings().now());
    if (delay.compareTo(LONGEST) > 0) {
      throw StateFailure.runtime("Wait state delay is too long.");
    }
    long serial = transition.newSerial();
    transition.put(branch.doing(new Activity.Waiting(serial)));
    transition.command(
        new Command.StartTimer(
            serial, Command.TimerKind.WAIT, delay.isNegative() ? Duration.ZERO : delay));
  }

  /** The time is over. */
  static void over(WaitState state, Branch branch, Transition transition, Flow flow) {
    Scope scope = transition.scope(branch, null);
    JsonNode input = state.filters().input(scope);
    flow.leave(branch, state.filters().output(scope.over(input)), state.next());
  }

  private static Duration delay(WaitState.Until until, Scope scope, Instant now) {
    return switch (until) {
      case WaitState.Until.Seconds seconds -> Duration.ofSeconds(seconds.seconds());
      case WaitState.Until.Timestamp timestamp -> Duration.between(now, timestamp.instant());
      case WaitState.Until.SecondsPath path -> seconds(path.path(), scope);
      case WaitState.Until.TimestampPath path ->
          Duration.between(now, timestamp(path.path(), scope));
    };
  }

  private static Duration seconds(String path, Scope scope) {
    JsonNode value = read("SecondsPath", path, scope);
    if (!value.isIntegralNumber()) {
      throw StateFailure.runtime(
          "The SecondsPath parameter cannot be parsed as a long value: %s == %s"
              .formatted(path, Json.text(value)));
    }
    if (value.longValue() < 0) {
      throw StateFailure.runtime(
          "The SecondsPath parameter references a negative value: %s == %s".formatted(path, value));
    }
    return Duration.ofSeconds(value.longValue());
  }

  private static Instant timestamp(String path, Scope scope) {
    JsonNode value = read("TimestampPath", path, scope);
    return Timestamps.read(value.asText())
        .orElseThrow(
            () ->
                StateFailure.runtime(
                    ("The TimestampPath parameter does not reference a valid ISO-8601 extended"
                            + " offset date-time format string: %s == %s")
                        .formatted(path, Json.text(value))));
  }

  private static JsonNode read(String field, String path, Scope scope) {
    try {
      return scope.read(path);
    } catch (PathFailure missing) {
      throw StateFailure.runtime(
          "The %s parameter does not reference an input value: %s".formatted(field, path));
    }
  }
}
