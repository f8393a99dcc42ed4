package dev.drawbridge.engine.definition;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** A Wait state. */
public record WaitState(String name, Filters filters, Until until, @Nullable String next)
    implements State {

  /** How long. */
  public sealed interface Until {
    /** A number of seconds. */
    record Seconds(long seconds) implements Until {}

    /** A path to a number of seconds. */
    record SecondsPath(String path) implements Until {}

    /** An instant. */
    record Timestamp(Instant instant) implements Until {}

    /** A path to an instant. */
    record TimestampPath(String path) implements Until {}
  }

  @Override
  public String type() {
    return "Wait";
  }
}
