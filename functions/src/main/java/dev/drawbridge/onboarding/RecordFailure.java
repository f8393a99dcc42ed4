package dev.drawbridge.onboarding;

import dev.drawbridge.aws.dynamodb.Claims;
import dev.drawbridge.aws.sns.PeopleTopic;
import dev.drawbridge.model.Failure;
import dev.drawbridge.model.OnboardingKey;
import dev.drawbridge.plan.FailureWords;
import dev.drawbridge.runtime.Environment;
import dev.drawbridge.runtime.Stores;
import dev.drawbridge.runtime.Worker;
import java.time.InstantSource;

/** Ends the claim of a run that failed, so that the next attempt can start, and tells people. */
public final class RecordFailure extends Worker<RecordFailure.Input, FailureRecorded> {
  /** Input of RecordFailure. */
  public record Input(OnboardingKey key, String executionArn, FailedAttempt failure) {}

  private final Claims claims;
  private final PeopleTopic people;
  private final InstantSource clock;

  public RecordFailure() {
    this(Environment.lambda());
  }

  public RecordFailure(Environment environment) {
    super(Input.class);
    this.claims = Stores.claims(environment);
    this.people = Stores.people(environment);
    this.clock = environment.clock();
  }

  @Override
  public FailureRecorded handle(Input input) {
    Failure failure = input.failure().failure();
    String message = input.failure().words();
    claims.endIfHeld(
        input.key(), input.executionArn(), FailureWords.state(failure), message, clock.instant());
    people.tell(
        "Onboarding of %s failed".formatted(input.key()),
        "%s%n%nExecution: %s%n".formatted(message, input.executionArn()));
    return new FailureRecorded(failure.error(), message);
  }
}
