package dev.drawbridge.api;

import dev.drawbridge.aws.dynamodb.Claims;
import dev.drawbridge.aws.dynamodb.Onboardings;
import dev.drawbridge.aws.states.OnboardingRuns;
import dev.drawbridge.error.TransientFailure;
import dev.drawbridge.model.Onboarding;
import dev.drawbridge.runtime.Environment;
import dev.drawbridge.runtime.Stores;
import java.util.Optional;

/**
 * Records a request before its run is started: a crash in between leaves what a repeat goes on
 * from.
 */
final class RequestLog {
  private static final int TRIES = 5;

  private final Onboardings onboardings;
  private final OnboardingRuns runs;
  private final Claims claims;

  RequestLog(Environment environment) {
    this.onboardings = Stores.onboardings(environment);
    this.runs = Stores.onboardingRuns(environment);
    this.claims = Stores.claims(environment);
  }

  /** Records {@code wanted}, and sees to it that exactly one run works on it. */
  Onboarding put(Onboarding wanted) {
    Onboarding recorded = record(wanted);
    runs.start(recorded.executionName(), recorded.request());
    return recorded;
  }

  private Onboarding record(Onboarding wanted) {
    for (int i = 0; i < TRIES; i++) {
      Optional<Onboarding> held = onboardings.putFirst(wanted);
      if (held.isEmpty()) {
        return wanted;
      }
      Onboarding next =
          RequestRules.next(
              wanted,
              held.get(),
              runs.state(held.get().executionName()),
              () -> claims.find(wanted.key()));
      if (next.equals(held.get()) || onboardings.replace(held.get(), next)) {
        return next;
      }
    }
    throw new TransientFailure(
        "others kept changing onboarding %s; ask again".formatted(wanted.id()));
  }
}
