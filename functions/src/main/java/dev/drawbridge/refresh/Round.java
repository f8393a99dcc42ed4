package dev.drawbridge.refresh;

import dev.drawbridge.plan.Lane;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * One pass of refresh-targets; it goes round again when the truth has moved.
 *
 * @param number counts from 1
 * @param seen the last request of another starter that this pass takes care of
 * @param requestedAt when the run was started
 * @param startedAt when it took the lease
 * @param passStartedAt when this pass began
 * @param switchedAt when an earlier pass took a writer out of its group, if one did
 * @param changes what earlier passes changed, in words
 * @param passes how long earlier passes took
 * @param looks whether the record of what is registered was found to be wrong
 * @param turn the turn that the last pass has taken and not used; null if there is none
 */
public record Round(
    int number,
    String seen,
    Instant requestedAt,
    Instant startedAt,
    Instant passStartedAt,
    @Nullable Instant switchedAt,
    List<String> changes,
    List<Pass> passes,
    boolean looks,
    @Nullable Lane turn) {

  /** The first pass. */
  public static Round first(
      String seen, Instant requestedAt, Instant startedAt, @Nullable Instant switchedAt) {
    return new Round(
        1, seen, requestedAt, startedAt, startedAt, switchedAt, List.of(), List.of(), false, null);
  }

  /** The next pass, which begins where this one ends. */
  Round next(
      String nowSeen,
      Registration registration,
      @Nullable Instant lastSwitch,
      List<String> changesSoFar,
      Pass done) {
    return new Round(
        number + 1,
        nowSeen,
        requestedAt,
        startedAt,
        done.startedAt()
            .plus(done.discovery())
            .plus(done.resolution())
            .plus(done.switching())
            .plus(done.health())
            .plus(done.confirmation()),
        lastSwitch,
        List.copyOf(changesSoFar),
        Stream.concat(passes.stream(), Stream.of(done)).toList(),
        looks,
        registration.turn());
  }

  /** Whether the pass reads what AWS has, as the request or an earlier pass demands. */
  boolean looks(RefreshRequest request) {
    return request.looks() || looks;
  }

  /** The same, which reads what AWS has whatever is on record. */
  public Round looking() {
    return new Round(
        number,
        seen,
        requestedAt,
        startedAt,
        passStartedAt,
        switchedAt,
        changes,
        passes,
        true,
        turn);
  }
}
