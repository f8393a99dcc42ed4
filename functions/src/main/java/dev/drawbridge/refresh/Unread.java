package dev.drawbridge.refresh;

import dev.drawbridge.model.Lease;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/**
 * The marks that others have left in a run's lease: whether the run has yet to read what they tell
 * of.
 *
 * <p>The mark of an event tells of the truth, that of somebody who has read the groups of them too;
 * any other asks for a pass of its own. One of a failover may come before RDS tells of it: while it
 * is that early, no truth answers it, whatever mark has come after it.
 *
 * @param held the run's own lease, read before whatever answers its mark; empty if there is none
 * @param at when it was read
 * @param apiLag for how long RDS may not tell of what an event has reported
 */
record Unread(Optional<Lease> held, Instant at, Duration apiLag) {

  /**
   * Whether a mark was left that the truth was not read for yet.
   *
   * @param discovered when the pass read it: by as much as RDS lags that may have been older
   */
  boolean ofTheTruth(Instant discovered) {
    boolean asked =
        held.filter(lease -> leftSince(lease, discovered.minus(apiLag)))
            .filter(lease -> !lease.requested().equals(lease.looks().answered()))
            .isPresent();
    return asked || failedOverSince(truthReadAt(discovered));
  }

  /** Whether a mark was left, since the pass began, by somebody who saw that groups do not fit. */
  boolean ofGroups(Round round) {
    String mark = seen(round);
    return RefreshRequest.tellsOfGroups(mark) && !mark.equals(round.seen());
  }

  /** Whether an event of a failover has come so lately that RDS may not tell of it yet. */
  boolean early() {
    return failedOverSince(at);
  }

  /** Whether an event of a failover has come, read or not. */
  boolean ofAFailover() {
    return held.map(Lease::failoverAt).isPresent();
  }

  /** The mark that a truth read now answers. One that is early is asked for once more. */
  String answered() {
    return held.map(lease -> early() ? lease.looks().answered() : lease.requested()).orElse("");
  }

  /** The mark that a pass takes care of if it reads the truth now. */
  String seen(Round round) {
    return held.map(Lease::requested).filter(RefreshRequest::tellsOfTheTruth).orElse(round.seen());
  }

  /** When the truth was read last. */
  Instant truthReadAt(Instant discovered) {
    return held.map(Lease::looks)
        .map(Lease.Looks::truthAt)
        .filter(discovered::isBefore)
        .orElse(discovered);
  }

  /** Whether one has come of which RDS may have told nothing yet when the truth was read. */
  private boolean failedOverSince(Instant read) {
    return held.map(Lease::failoverAt).filter(at -> read.isBefore(at.plus(apiLag))).isPresent();
  }

  private static boolean leftSince(Lease lease, Instant then) {
    Instant at = lease.requestedAt();
    return at != null && at.toEpochMilli() >= then.toEpochMilli();
  }
}
