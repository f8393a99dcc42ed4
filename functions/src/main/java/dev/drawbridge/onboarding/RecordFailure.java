package dev.drawbridge.onboarding;

import dev.drawbridge.aws.dynamodb.BuildLeases;
import dev.drawbridge.aws.dynamodb.Claims;
import dev.drawbridge.aws.dynamodb.Records;
import dev.drawbridge.aws.sns.PeopleTopic;
import dev.drawbridge.model.AuditRecord;
import dev.drawbridge.model.ClaimState;
import dev.drawbridge.model.DatabaseArn;
import dev.drawbridge.model.Failure;
import dev.drawbridge.model.OnboardingKey;
import dev.drawbridge.plan.AuditEntry;
import dev.drawbridge.plan.FailureWords;
import dev.drawbridge.runtime.Environment;
import dev.drawbridge.runtime.Stores;
import dev.drawbridge.runtime.Worker;
import java.time.InstantSource;
import org.jspecify.annotations.Nullable;

/**
 * Ends the claim of a run that failed and lets go of what it builds, so that the next attempt can
 * start, and tells people. A request that was refused before its consumer was let in leaves the
 * claim as it was.
 */
public final class RecordFailure extends Worker<RecordFailure.Input, FailureRecorded> {
  /**
   * Input of RecordFailure.
   *
   * @param key null in a run of the owner
   * @param invited what the consumer was told; null if the request was refused before that
   */
  public record Input(
      String databaseArn,
      @Nullable OnboardingKey key,
      String executionArn,
      FailedAttempt failure,
      @Nullable Invited invited) {}

  /** A consumer that was let in. */
  public record Invited(String message, int round) {}

  private final Claims claims;
  private final BuildLeases leases;
  private final Records records;
  private final PeopleTopic people;
  private final InstantSource clock;

  public RecordFailure() {
    this(Environment.lambda());
  }

  public RecordFailure(Environment environment) {
    super(Input.class);
    this.claims = Stores.claims(environment);
    this.leases = Stores.buildLeases(environment);
    this.records = Stores.records(environment);
    this.people = Stores.people(environment);
    this.clock = environment.clock();
  }

  @Override
  public FailureRecorded handle(Input input) {
    Failure failure = input.failure().failure();
    String message = input.failure().words();
    OnboardingKey key = input.key();
    if (key != null) {
      end(input, key, FailureWords.state(failure), message);
    }
    leases.release(input.databaseArn(), input.executionArn());
    records.add(
        (key == null
                ? AuditEntry.about(AuditRecord.Kind.FAILED, input.databaseArn())
                : AuditEntry.about(AuditRecord.Kind.FAILED, key))
            .run(input.executionArn())
            .saying(message)
            .at(clock.instant()));
    people.tell(
        key == null
            ? "Exposing %s failed".formatted(DatabaseArn.nameIn(input.databaseArn()))
            : "Onboarding of %s failed".formatted(key),
        "%s%n%nExecution: %s%n".formatted(message, input.executionArn()));
    return new FailureRecorded(failure.error(), message);
  }

  private void end(Input input, OnboardingKey key, ClaimState state, String message) {
    if (input.invited() == null) {
      claims.refused(key, input.executionArn(), state, message, clock.instant());
    } else {
      claims.endIfHeld(key, input.executionArn(), state, message, clock.instant());
    }
  }
}
