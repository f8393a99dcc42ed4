package dev.drawbridge.inspection;

import dev.drawbridge.model.InspectionRecord;
import dev.drawbridge.model.InspectionRecord.PutBack;
import dev.drawbridge.model.InspectionRecord.PutBack.Outcome;
import java.time.Duration;
import java.time.Instant;

/**
 * How often something is put back: once in a while if that succeeded, since what is removed again
 * somebody wants removed; again and again, at growing distances, as long as the run fails.
 */
final class PuttingBack {
  /** How long a run that puts something back may take before it counts as of no use. */
  static final Duration MENDING = Duration.ofMinutes(5);

  /** Put back once in so long: removed again, it stays removed. */
  static final Duration ONCE_IN = Duration.ofHours(24);

  /** From a run that failed to the next; twice as long each time. */
  private static final Duration FIRST_PAUSE = Duration.ofMinutes(10);

  private static final int LONGEST = 5;

  /** From an order to end a path to the next, should it be open still. */
  private static final Duration ORDER_AGAIN = Duration.ofHours(1);

  private PuttingBack() {}

  /** Whether it was put back, and is so again. A run that failed has put nothing back. */
  static boolean spent(PutBack last, Instant now) {
    return (last.outcome() == Outcome.DONE || last.outcome() == Outcome.STARTED)
        && now.isAfter(last.at().plus(MENDING))
        && now.isBefore(last.at().plus(ONCE_IN));
  }

  /** Whether a run came to its end, and each look before it and since has found it as it is. */
  static boolean inVain(InspectionRecord before, PutBack last) {
    Instant looked = before.lookedAt();
    return last.outcome() == Outcome.DONE
        && looked != null
        && looked.isAfter(last.at())
        && before
            .known(last.key())
            .filter(known -> known.returns() == 0 && !known.since().isAfter(last.at()))
            .isPresent();
  }

  /**
   * Whether a run that was to add a zone has ended well without it: AWS, or the zone's subnets,
   * take no load balancer. Nobody else has a hand in that, for "you can't remove a subnet" while
   * endpoints are there ("Update the Availability Zones for your Network Load Balancer").
   */
  static boolean leftOut(InspectionRecord before, Finding finding, Instant now) {
    return before.lastPutBack(finding.key()).filter(last -> leftOut(before, last, now)).isPresent();
  }

  private static boolean leftOut(InspectionRecord before, PutBack last, Instant now) {
    return last.outcome() == Outcome.DONE
        && now.isAfter(last.at().plus(MENDING))
        && before
            .known(last.key())
            .filter(known -> known.kind().equals(Kind.ZONE_MISSING.name()))
            .filter(known -> !known.since().isAfter(last.at()))
            .isPresent();
  }

  /** Whether it means something still: a zone stays left out until it is covered. */
  static boolean counts(InspectionRecord before, PutBack last, Instant now) {
    return now.isBefore(last.at().plus(ONCE_IN)) || leftOut(before, last, now);
  }

  /** Whether nothing more is done about it yet. */
  static boolean waits(Remedy remedy, PutBack last, Instant now) {
    if (remedy == Remedy.END) {
      return now.isBefore(last.at().plus(ORDER_AGAIN));
    }
    Duration pause =
        last.outcome() == Outcome.FAILED
            ? FIRST_PAUSE.multipliedBy(1L << Math.min(last.failures(), LONGEST))
            : ONCE_IN;
    return now.isBefore(last.at().plus(pause));
  }
}
