package dev.drawbridge.simulator.lambda;

import dev.drawbridge.engine.time.Scheduler;
import dev.drawbridge.simulator.delivery.DeadLetter;
import dev.drawbridge.simulator.delivery.DeadLetters;
import dev.drawbridge.simulator.operation.ServiceError;
import java.time.Duration;

/** Invocations that nobody waits for: retries, and what failed three times as a dead letter. */
final class AsyncInvocations {
  private final Scheduler scheduler;
  private final DeadLetters deadLetters;
  private final AsyncDelays delays;
  private final Functions functions;
  private final Invocations invocations;

  AsyncInvocations(
      Scheduler scheduler,
      DeadLetters deadLetters,
      AsyncDelays delays,
      Functions functions,
      Invocations invocations) {
    this.scheduler = scheduler;
    this.deadLetters = deadLetters;
    this.delays = delays;
    this.functions = functions;
    this.invocations = invocations;
  }

  /**
   * Accepts an event.
   *
   * @return the request id
   * @throws ServiceError ResourceNotFoundException (404)
   */
  String accept(FunctionName named, String payload) {
    Function found = functions.get(named);
    scheduler.after(
        delays.start().draw(scheduler.random()), () -> attempt(named, found, payload, 0));
    return invocations.requestId();
  }

  private void attempt(FunctionName named, Function found, String payload, int tries) {
    try {
      invocations.start(
          named,
          payload,
          result -> {
            if (!result.succeeded()) {
              again(named, found, payload, tries, result.payload());
            }
          });
    } catch (ServiceError refused) {
      if (refused.code().equals(Invocations.NOT_READY)) {
        // UNCONFIRMED: that it uses up a retry, as a function's error does, is the harder case.
        again(named, found, payload, tries, String.valueOf(refused.getMessage()));
        return;
      }
      // Throttled events are tried again for up to six hours and do not use up the two retries.
      scheduler.after(Duration.ofSeconds(1), () -> attempt(named, found, payload, tries));
    }
  }

  private void again(FunctionName named, Function found, String payload, int tries, String reason) {
    int retries = found.settings().asyncRetries().orElse(delays.retries().size());
    if (retries == 0) {
      return; // an event that nobody wants to hear of again
    }
    if (tries < retries) {
      scheduler.after(delays.retries().get(tries), () -> attempt(named, found, payload, tries + 1));
      return;
    }
    deadLetters.add(
        new DeadLetter(
            scheduler.now(),
            named.arn(),
            named.invokedArn(),
            found.settings().deadLetterArn(),
            payload,
            reason));
  }
}
