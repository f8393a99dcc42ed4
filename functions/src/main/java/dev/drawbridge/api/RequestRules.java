package dev.drawbridge.api;

import dev.drawbridge.error.Conflict;
import dev.drawbridge.identity.Identity;
import dev.drawbridge.identity.Likeness;
import dev.drawbridge.model.Claim;
import dev.drawbridge.model.ClaimState;
import dev.drawbridge.model.Onboarding;
import dev.drawbridge.model.RunState;
import dev.drawbridge.model.Wait;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

/** What becomes of a request for a pair that has been asked for before. */
final class RequestRules {
  private static final int MOST_REQUESTERS = 20;

  /** Longer than whoever records a request lives to start its run. */
  private static final Duration STARTING = Duration.ofMinutes(5);

  private RequestRules() {}

  /**
   * The record that has to stand in the place of {@code held}; {@code held} itself where nothing
   * changes.
   *
   * @param claim of the path, looked up only where it matters
   * @throws Conflict if another request is being worked on
   */
  static Onboarding next(
      Onboarding wanted, Onboarding held, RunState run, Supplier<Optional<Claim>> claim) {
    boolean same = wanted.requestDigest().equals(held.requestDigest());
    // Recorded a moment ago, its run is about to start; else AWS has forgotten it since it ended.
    RunState.Status status =
        run.status() == RunState.Status.ABSENT && isOld(held, wanted.requestedAt())
            ? RunState.Status.FAILED
            : run.status();
    return switch (status) {
      case ABSENT, RUNNING -> {
        if (!same) {
          throw new Conflict(busy(wanted, held));
        }
        yield joined(wanted, held);
      }
      // Whether there is anything left to do is for the run to find out: it looks at AWS.
      case SUCCEEDED, FAILED ->
          same && isRepeat(wanted, held) ? held : again(wanted, held, same, claim.get());
    };
  }

  /**
   * Whether a wish takes the place of one that waits for the consumer or for a yes, since a run
   * that works is not cut short: what is signed in the consumer's account takes any, and what an
   * operator asks for takes one that nobody has signed there. So no wish that waits blocks what the
   * consumer or the owner want, and nobody has to end a path that stands in order to be rid of a
   * wish.
   *
   * @param operator whether one of the installation's operators asks
   * @param wait of the path, looked up only where it matters
   */
  static boolean displaces(
      Onboarding wanted,
      Onboarding held,
      RunState run,
      boolean operator,
      Supplier<Optional<Wait>> wait) {
    return run.status() == RunState.Status.RUNNING
        && (wanted.accountProven() || (operator && !held.accountProven()))
        && !wanted.requestDigest().equals(held.requestDigest())
        && wait.get().filter(any -> held.isRun(any.executionArn())).isPresent();
  }

  private static boolean isOld(Onboarding held, Instant now) {
    return held.requestedAt().plus(STARTING).isBefore(now);
  }

  private static String busy(Onboarding wanted, Onboarding held) {
    return "another request for database %s and consumer %s is being worked on; wait for its end%s"
        .formatted(
            held.key().databaseName(),
            held.key().consumerAccountId(),
            wanted.accountProven() ? ", or DELETE /onboardings/" + held.id() + " first" : "");
  }

  /** The same key: a reply was lost, and nobody wants a second attempt. */
  private static boolean isRepeat(Onboarding wanted, Onboarding held) {
    return wanted.idempotencyKey() != null && wanted.idempotencyKey().equals(held.idempotencyKey());
  }

  /**
   * Another attempt. The consumer's signature stands for what it was put under, until the consumer
   * has left.
   */
  private static Onboarding again(
      Onboarding wanted, Onboarding held, boolean same, Optional<Claim> claim) {
    boolean left = claim.map(c -> c.ending() || c.state() == ClaimState.OFFBOARDED).orElse(false);
    return wanted.after(
        held,
        owners(wanted, held, claim),
        wanted.accountProven() || (same && !left && held.accountProven()));
  }

  /**
   * Who may end the path besides consumer and operators. One that stands stays whose it is, whoever
   * asks; one that does not is the asker's. Whose wish has come to nothing (the consumer has left,
   * nobody said yes, the run broke off, or another's wish took its place) has no part in what
   * others ask for afterwards: else it could take away what it never got.
   */
  private static List<Identity> owners(Onboarding wanted, Onboarding held, Optional<Claim> claim) {
    boolean stands =
        claim.filter(c -> c.holdsPath() && !c.ending() && c.accepted() != null).isPresent();
    return stands ? held.owners() : wanted.owners();
  }

  /** Whoever asks for the same is a requester too, so that a second pair of hands is no yes. */
  private static Onboarding joined(Onboarding wanted, Onboarding held) {
    List<Identity> everybody = together(held.requesters(), wanted.requesters());
    boolean proven = held.accountProven() || wanted.accountProven();
    if (everybody.size() == held.requesters().size() && proven == held.accountProven()) {
      return held;
    }
    // Others cannot use up the places that are kept for the consumer.
    int most = wanted.accountProven() ? 2 * MOST_REQUESTERS : MOST_REQUESTERS;
    if (everybody.size() > most) {
      throw new Conflict(
          "%d others have asked for this already; it needs no further request"
              .formatted(held.requesters().size()));
    }
    return held.joinedBy(everybody, proven);
  }

  private static List<Identity> together(List<Identity> first, List<Identity> then) {
    List<Identity> everybody = new ArrayList<>(first);
    for (Identity who : then) {
      boolean known =
          everybody.stream()
              .anyMatch(each -> each.equals(who) || Likeness.of(each, who) == Likeness.SAME);
      if (!known) {
        everybody.add(who);
      }
    }
    return everybody;
  }
}
