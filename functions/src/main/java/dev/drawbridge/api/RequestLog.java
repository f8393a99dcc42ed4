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

  RequestLog(Environment environment) {
    this.onboardings = Stores.onboardings(environment);
    this.runs = Stores.onboardingRuns(environment);
    this.claims = Stores.claims(environment);
    this.waits = Stores.waits(environment);
    this.allowance = new Allowance(environment);
  }

  /**
   * Records {@code wanted}, and sees to it that exactly one run works on it.
   *
   * @throws Refusal if the caller's account has asked for too much
   */
  Onboarding put(Onboarding wanted, Caller caller, Access access) {
    Onboarding recorded = record(wanted, caller, access);
    runs.start(recorded.executionName(), recorded.request());
    return recorded;
  }

  /** The run that works on it. */
  String run(Onboarding recorded) {
    return runs.arn(recorded.executionName());
  }

  private Onboarding record(Onboarding wanted, Caller caller, Access access) {
    boolean elsewhere = !access.isProvider(caller);
    if (elsewhere && onboardings.find(wanted.id()).isEmpty()) {
      allowance.requireRoom(wanted.key());
      allowance.take(caller.account(), wanted);
    }
    for (int i = 0; i < TRIES; i++) {
      Optional<Onboarding> held = onboardings.putFirst(wanted);
      if (held.isEmpty()) {
        return wanted;
      }
      RunState run = runs.state(held.get().executionName());
      if (RequestRules.displaces(
          wanted, held.get(), run, access.isOperator(caller), () -> waits.find(wanted.key()))) {
        if (elsewhere) {
          allowance.take(caller.account(), wanted.after(held.get(), List.of(), true));
        }
        // Before anything is recorded: whoever dies here leaves a run that has ended.
        runs.stop(held.get().executionName(), "the consumer's account asks for something else");
        continue;
      }
      Onboarding next = RequestRules.next(wanted, held.get(), run, () -> claims.find(wanted.key()));
      if (elsewhere && next.attempt() > held.get().attempt()) {
        allowance.take(caller.account(), next);
      }
      if (next.equals(held.get()) || onboardings.replace(held.get(), next)) {
        return next;
      }
    }
    throw new TransientFailure(
        "others kept changing onboarding %s; ask again".formatted(wanted.id()));
  }
}
