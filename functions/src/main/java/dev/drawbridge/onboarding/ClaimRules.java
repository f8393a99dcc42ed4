package dev.drawbridge.onboarding;

import dev.drawbridge.discovery.Truth;
import dev.drawbridge.error.Conflict;
import dev.drawbridge.model.Claim;
import dev.drawbridge.model.ClaimState;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** Who may work on a consumer's path. */
public final class ClaimRules {
  private ClaimRules() {}

  /** What AWS says about the holder of a claim; asked for only where the answer matters. */
  public interface Truth {
    /**
     * Whether it runs.
     *
     * @param since when it said that it works; null if that is not on record
     */
    boolean executionRuns(String executionArn, @Nullable Instant since);

    /** Whether the path carries the consumer's connections, and no further endpoint waits. */
    boolean sound(Claim onboarded);
  }

  /** What to do about the claim that is there. */
  public sealed interface Decision {
    /** Write {@code claim} in the place of the one that is there, and work. */
    record Take(Claim claim) implements Decision {}

    /** Another execution works on the very same request. */
    record JoinRun(Claim holder) implements Decision {}

    /**
     * An end was ordered, and nobody carries it out: the consumer may be connected still, and
     * whoever built now would keep open what was to be closed.
     */
    record EndFirst(Claim leaving) implements Decision {}

    /** Nothing is left to do. */
    record Done(Claim onboarded) implements Decision {}
  }

  /**
   * Decides what {@code wanted} may do about {@code held}.
   *
   * @throws Conflict if another request is being worked on
   */
  public static Decision decide(Claim wanted, Claim held, Truth truth) {
    if (held.ending()) {
      requireStalled(held, truth);
      return held.state() == ClaimState.LEAVING
          ? new Decision.EndFirst(held)
          : new Decision.Take(wanted.after(held.withdrawn())); // the consumer is out already
    }
    if (held.executionArn().equals(wanted.executionArn())) {
      requireNotLeft(held);
      return new Decision.Take(held.resumed()); // the reply was lost, or a redrive
    }
    boolean same = held.requestDigest().equals(wanted.requestDigest());
    return switch (held.state()) {
      case RUNNING -> {
        if (!truth.executionRuns(held.executionArn(), held.since())) {
          yield new Decision.Take(wanted.after(held)); // a claim of an ended execution is void
        }
        if (same) {
          yield new Decision.JoinRun(held);
        }
        throw new Conflict(
            "another request for database %s and consumer %s is being worked on by %s; wait for it or stop it"
                .formatted(
                    held.key().databaseName(),
                    held.key().consumerAccountId(),
                    held.executionArn()));
      }
      case ONBOARDED ->
          same && truth.sound(held)
              ? new Decision.Done(held)
              : new Decision.Take(wanted.after(held));
      case ACCEPTED_UNVERIFIED,
          FAILED,
          DENIED,
          EXPIRED,
          BROKEN_OFF,
          LEAVING,
          TEARING_DOWN,
          OFFBOARDED ->
          new Decision.Take(wanted.after(held));
    };
  }

  private static void requireStalled(Claim held, Truth truth) {
    String run = held.leavingArn();
    if (run != null && truth.executionRuns(run, held.since())) {
      throw new Conflict(
          "consumer %s is leaving database %s, by %s; ask again when it has left"
              .formatted(held.key().consumerAccountId(), held.key().databaseName(), run));
    }
  }

  /**
   * Passes if a run that has claimed before goes on with the attempt that it made then: what it was
   * told yes to holds for that attempt alone.
   *
   * @param attempt its own; 0 if it has claimed nothing yet
   * @throws Conflict if somebody has claimed since, or the path was ended
   */
  static void requireResumed(Claim held, Claim next, String executionArn, int attempt) {
    boolean own = held.executionArn().equals(executionArn) && next.attempt() == attempt;
    if (attempt > 0 && !own) {
      throw anew(held);
    }
  }

  /** What a run hears whose attempt is over. */
  static Conflict anew(Claim of) {
    return new Conflict(
        "another attempt on database %s for consumer %s was made, or the path was ended, since this run claimed it; ask anew"
            .formatted(of.key().databaseName(), of.key().consumerAccountId()));
  }

  /** A run that was stopped because its consumer left can be redriven: it has no order any more. */
  private static void requireNotLeft(Claim held) {
    if (held.state() == ClaimState.OFFBOARDED) {
      throw new Conflict(
          "consumer %s has left database %s since this run began; ask anew"
              .formatted(held.key().consumerAccountId(), held.key().databaseName()));
    }
  }
}
