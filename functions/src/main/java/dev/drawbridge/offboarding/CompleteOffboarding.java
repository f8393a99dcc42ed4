package dev.drawbridge.offboarding;

import dev.drawbridge.aws.dynamodb.Claims;
import dev.drawbridge.aws.dynamodb.Exposures;
import dev.drawbridge.aws.dynamodb.Onboardings;
import dev.drawbridge.aws.dynamodb.Records;
import dev.drawbridge.aws.sns.PeopleTopic;
import dev.drawbridge.consent.OnboardingId;
import dev.drawbridge.error.Conflict;
import dev.drawbridge.exposure.BuildTurn;
import dev.drawbridge.model.AuditRecord;
import dev.drawbridge.model.Claim;
import dev.drawbridge.model.OnboardingKey;
import dev.drawbridge.plan.AuditEntry;
import dev.drawbridge.runtime.Environment;
import dev.drawbridge.runtime.Stores;
import dev.drawbridge.runtime.Worker;
import java.time.InstantSource;

/** Puts the end of a path on record, and tells people. */
public final class CompleteOffboarding
    extends Worker<CompleteOffboarding.Input, OffboardingResult> {
  /** Input of CompleteOffboarding. */
  public record Input(OnboardingKey key, String executionArn, Teardown teardown) {}

  private final Claims claims;
  private final Onboardings onboardings;
  private final BuildTurn turn;
  private final Exposures exposures;
  private final Records records;
  private final PeopleTopic people;
  private final InstantSource clock;

  public CompleteOffboarding() {
    this(Environment.lambda());
  }

  public CompleteOffboarding(Environment environment) {
    super(Input.class);
    this.claims = Stores.claims(environment);
    this.onboardings = Stores.onboardings(environment);
    this.turn = new BuildTurn(environment);
    this.exposures = Stores.exposures(environment);
    this.records = Stores.records(environment);
    this.people = Stores.people(environment);
    this.clock = environment.clock();
  }

  @Override
  public OffboardingResult handle(Input input) {
    OnboardingKey key = input.key();
    Claim mine =
        claims
            .find(key)
            .filter(claim -> input.executionArn().equals(claim.leavingArn()))
            .orElseThrow(() -> new Conflict("the claim on %s is another run's".formatted(key)));
    if (input.teardown().goes()) {
      exposures.forget(key.databaseArn());
      turn.letGo(key.databaseArn(), input.executionArn());
    }
    // Before the claim: a request that comes in between has another run, and keeps its item.
    onboardings.left(OnboardingId.of(key), mine.executionArn(), clock.instant());
    claims.left(mine, clock.instant());
    records.add(
        AuditEntry.about(AuditRecord.Kind.OFFBOARDED, key)
            .run(input.executionArn())
            .saying(input.teardown().message())
            .at(clock.instant()));
    people.tell(
        "%s has left".formatted(key),
        "Its endpoints are rejected, its principal and its rules removed. %s%n%nExecution: %s%n"
            .formatted(input.teardown().message(), input.executionArn()));
    return new OffboardingResult(
        "OFFBOARDED",
        key.databaseName(),
        key.consumerAccountId(),
        input.teardown().outcome(),
        input.teardown().message());
  }
}
