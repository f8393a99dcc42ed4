package dev.drawbridge.model;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * One pass of refresh-targets; it goes round again when the truth has moved.
 *
 * @param number counts from 1
 * @param seen the last request of another starter that this pass takes care of
 * @param startedAt when the run took the lease
 * @param switchedAt when an earlier pass took a writer out of its group, if one did
 */
public record Round(int number, String seen, Instant startedAt, @Nullable Instant switchedAt) {

  /** The next pass. */
  public Round next(String nowSeen, @Nullable Instant lastSwitch) {
    return new Round(number + 1, nowSeen, startedAt, lastSwitch);
  }
}
