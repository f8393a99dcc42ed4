package dev.drawbridge.model;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One pass of refresh-targets; it goes round again when the truth has moved.
 *
 * @param number counts from 1
 * @param seen the last request of another starter that this pass takes care of
 * @param startedAt when the run took the lease
 * @param switchedAt when an earlier pass took a writer out of its group, if one did
 * @param changes what earlier passes changed, in words
 */
public record Round(
    int number,
    String seen,
    Instant startedAt,
    @Nullable Instant switchedAt,
    List<String> changes) {
  /** The first pass. */
  public static Round first(String seen, Instant startedAt, @Nullable Instant switchedAt) {
    return new Round(1, seen, startedAt, switchedAt, List.of());
  }

  /** The next pass. */
  public Round next(String nowSeen, @Nullable Instant lastSwitch, List<String> changesSoFar) {
    return new Round(number + 1, nowSeen, startedAt, lastSwitch, List.copyOf(changesSoFar));
  }
}
