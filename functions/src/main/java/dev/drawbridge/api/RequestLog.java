package dev.drawbridge.api;

import dev.drawbridge.aws.dynamodb.Claims;
import dev.drawbridge.aws.dynamodb.Onboardings;
import dev.drawbridge.aws.dynamodb.Waits;
import dev.drawbridge.aws.states.Runs;
import dev.drawbridge.error.TransientFailure;
import dev.drawbridge.identity.Caller;
import dev.drawbridge.model.Onboarding;
import dev.drawbridge.model.RunState;
import dev.drawbridge.runtime.Environment;
import dev.drawbridge.runtime.Stores;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * Records a request before its run is started: a crash in between leaves what a repeat goes on
 * from.
 */
final class RequestLog {
  private static final int TRIES = 5;

  private final Onboardings onboardings;
  private final Runs runs;
  private final Claims claims;
  private final Waits waits;
  private final Allowance allowance;
  private final PathPlaces places;

  RequestLog(Environment environment) {
    this.onboardings = Stores.onboardings(environment);
    this.runs = Stores.onboardingRuns(environment);
    this.claims = Stores.claims(environment);
    this.waits = Stores.waits(environment);
    this.allowance = new Allowance(environment);
    this.places = new PathPlaces(environment);
  }

  /**
   * Records {@code wanted}, and sees to it that exactly one run works on it.
   *
   * @param beforehand what is written before it, once the request is not refused any more; it may
   *     be done again
   * @param order what is written before its run is started: a run that nobody knows of must not
   *     work
   * @throws Refusal if the caller's account has asked for too much
   */
  Onboarding put(
      Onboarding wanted,
      Caller caller,
      Access access,
      Runnable beforehand,
      Consumer<Onboarding> order) {
    Onboarding recorded = record(wanted, caller, access, beforehand);
    order.accept(recorded);
    runs.start(recorded.executionName(), recorded.request());
    return recorded;
  }

  /** The run that works on it. */
  String run(Onboarding recorded) {
    return runs.arn(recorded.executionName());
  }

  private Onboarding record(Onboarding wanted, Caller caller, Access access, Runnable beforehand) {
    for (int i = 0; i < TRIES; i++) {
      Optional<Onboarding> found = onboardings.find(wanted.id());
      if (found.isEmpty()) {
        charge(caller, access, wanted);
        beforehand.run();
        if (onboardings.putFirst(wanted).isEmpty()) {
          return wanted;
        }
        continue;
      }
      Onboarding held = found.get();
      RunState run = runs.state(held.executionName());
      if (RequestRules.displaces(
          wanted, held, run, access.isOperator(caller), () -> waits.find(wanted.key()))) {
        charge(caller, access, wanted.after(held, List.of(), true));
        // Before anything is recorded: whoever dies here leaves a run that has ended.
        runs.stop(held.executionName(), "the consumer's account asks for something else");
        continue;
      }
      Onboarding next = RequestRules.next(wanted, held, run, () -> claims.find(wanted.key()));
      if (next.attempt() > held.attempt()) {
        charge(caller, access, next);
      }
      beforehand.run();
      if (next.equals(held) || onboardings.replace(held, next)) {
        return next;
      }
    }
    throw new TransientFailure(
        "others kept changing onboarding %s; ask again".formatted(wanted.id()));
  }

  private void charge(Caller caller, Access access, Onboarding attempt) {
    if (!access.isProvider(caller)) {
      places.take(attempt.key());
      allowance.take(caller.account(), attempt);
    }
  }
}
