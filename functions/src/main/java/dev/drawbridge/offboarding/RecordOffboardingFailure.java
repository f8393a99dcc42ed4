package dev.drawbridge.offboarding;

import dev.drawbridge.aws.dynamodb.Claims;
import dev.drawbridge.aws.dynamodb.Records;
import dev.drawbridge.aws.sns.PeopleTopic;
import dev.drawbridge.exposure.BuildTurn;
import dev.drawbridge.model.AuditRecord;
import dev.drawbridge.model.Failure;
import dev.drawbridge.model.OnboardingKey;
import dev.drawbridge.onboarding.FailureRecorded;
import dev.drawbridge.plan.AuditEntry;
import dev.drawbridge.plan.FailureWords;
import dev.drawbridge.runtime.Environment;
import dev.drawbridge.runtime.Stores;
import dev.drawbridge.runtime.Worker;
import java.time.InstantSource;

/** Puts on record that an offboarding came to a halt, and tells people: the next order goes on. */
public final class RecordOffboardingFailure
    extends Worker<RecordOffboardingFailure.Input, FailureRecorded> {
  /** Input of RecordOffboardingFailure. */
  public record Input(OnboardingKey key, String executionArn, Failure failure) {}

  private final Claims claims;
  private final BuildTurn turn;
  private final Records records;
  private final InstantSource clock;
  private final PeopleTopic people;

  public RecordOffboardingFailure() {
    this(Environment.lambda());
  }

  public RecordOffboardingFailure(Environment environment) {
    super(Input.class);
    this.claims = Stores.claims(environment);
    this.turn = new BuildTurn(environment);
    this.records = Stores.records(environment);
    this.clock = environment.clock();
    this.people = Stores.people(environment);
  }

  @Override
  public FailureRecorded handle(Input input) {
    String message = FailureWords.message(input.failure());
    turn.letGo(input.key().databaseArn(), input.executionArn());
    claims.halted(input.key(), input.executionArn(), message);
    records.add(
        AuditEntry.about(AuditRecord.Kind.FAILED, input.key())
            .run(input.executionArn())
            .saying(message)
            .at(clock.instant()));
    people.tell(
        "Offboarding of %s came to a halt".formatted(input.key()),
        "%s%n%nThe consumer may be connected still. Execution: %s%n"
            .formatted(message, input.executionArn()));
    return new FailureRecorded(input.failure().error(), message);
  }
}
