package dev.drawbridge.api;

import dev.drawbridge.error.Conflict;
import dev.drawbridge.identity.Identity;
import dev.drawbridge.identity.Likeness;
import dev.drawbridge.model.Onboarding;
import dev.drawbridge.model.RunState;
import java.util.ArrayList;
import java.util.List;

/** What becomes of a request for a pair that has been asked for before. */
final class RequestRules {
  private static final int MOST_REQUESTERS = 20;

  private RequestRules() {}

  /**
   * The record that has to stand in the place of {@code held}; {@code held} itself where nothing
   * changes.
   *
   * @throws Conflict if another request is being worked on
   */
  static Onboarding next(Onboarding wanted, Onboarding held, RunState run) {
    boolean same = wanted.requestDigest().equals(held.requestDigest());
    return switch (run.status()) {
      case ABSENT, RUNNING -> {
        if (!same) {
          throw new Conflict(
              "another request for database %s and consumer %s is being worked on; wait for its end"
                  .formatted(held.key().databaseName(), held.key().consumerAccountId()));
        }
        yield joined(wanted, held);
      }
      // Whether there is anything left to do is for the run to find out: it looks at AWS.
      case SUCCEEDED, FAILED ->
          same && isRepeat(wanted, held) ? held : wanted.after(held, wanted.executionName());
    };
  }

  /** The same key: a reply was lost, and nobody wants a second attempt. */
  private static boolean isRepeat(Onboarding wanted, Onboarding held) {
    return wanted.idempotencyKey() != null && wanted.idempotencyKey().equals(held.idempotencyKey());
  }

  /** Whoever asks for the same is a requester too, so that a second pair of hands is no yes. */
  private static Onboarding joined(Onboarding wanted, Onboarding held) {
    List<Identity> everybody = new ArrayList<>(held.requesters());
    for (Identity who : wanted.requesters()) {
      boolean known =
          everybody.stream()
              .anyMatch(each -> each.equals(who) || Likeness.of(each, who) == Likeness.SAME);
      if (!known) {
        everybody.add(who);
      }
    }
    boolean proven = held.accountProven() || wanted.accountProven();
    if (everybody.size() == held.requesters().size() && proven == held.accountProven()) {
      return held;
    }
    if (everybody.size() > MOST_REQUESTERS) {
      throw new Conflict(
          "%d others have asked for this already; it needs no further request"
              .formatted(held.requesters().size()));
    }
    return held.joinedBy(everybody, proven);
  }
}
