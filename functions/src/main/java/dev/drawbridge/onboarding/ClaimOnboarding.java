package dev.drawbridge.onboarding;

import dev.drawbridge.aws.dynamodb.Claims;
import dev.drawbridge.aws.states.WaitingRuns;
import dev.drawbridge.error.Conflict;
import dev.drawbridge.exposure.KnownSettings;
import dev.drawbridge.exposure.StatedSettings;
import dev.drawbridge.inspection.Inspection;
import dev.drawbridge.inspection.Soundness;
import dev.drawbridge.model.AuditRecord;
import dev.drawbridge.model.Claim;
import dev.drawbridge.model.OnboardRequest;
import dev.drawbridge.model.OnboardingKey;
import dev.drawbridge.plan.AuditEntry;
import dev.drawbridge.plan.OffboardingInput;
import dev.drawbridge.plan.RandomHex;
import dev.drawbridge.runtime.Environment;
import dev.drawbridge.runtime.OrderedRuns;
import dev.drawbridge.runtime.Stores;
import dev.drawbridge.runtime.Worker;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;

/**
 * Makes sure that one run at a time works on a consumer's path, for a request that changes nothing
 * of what all consumers share.
 */
public final class ClaimOnboarding extends Worker<ClaimOnboarding.Input, ClaimOutcome> {
  /**
   * Input of ClaimOnboarding.
   *
   * @param attempt that this run has claimed already, before a redrive; 0 if it has not, null in
   *     what definitions of earlier releases say
   */
  public record Input(
      OnboardingKey key,
      OnboardRequest request,
      String requestDigest,
      @Nullable Integer attempt,
      String executionArn) {
    private int claimed() {
      return attempt == null ? 0 : attempt;
    }
  }

  private final Claims claims;
  private final KnownSettings known;
  private final WaitingRuns runs;
  private final Inspection inspection;
  private final OrderedRuns ends;
  private final InstantSource clock;
  private final RandomGenerator random;

  public ClaimOnboarding() {
    this(Environment.lambda());
  }

  public ClaimOnboarding(Environment environment) {
    super(Input.class);
    this.claims = Stores.claims(environment);
    this.known = new KnownSettings(environment);
    this.runs = new WaitingRuns(environment.clients());
    this.inspection = new Inspection(environment);
    this.ends = OrderedRuns.offboarding(environment);
    this.clock = environment.clock();
    this.random = environment.random();
  }

  @Override
  public ClaimOutcome handle(Input input) {
    KnownSettings.Known exposure = known.of(input.key().databaseArn());
    String name = input.key().databaseName();
    OnboardRequest request = input.request();
    // Before anything is written: a request that is refused leaves the claim as it was.
    StatedSettings.check(name, request.settings(), request.consumerCidrs(), exposure.settings());
    exposure.requireNoHold();
    Claim wanted =
        Claim.first(
            input.key(),
            input.requestDigest(),
            input.executionArn(),
            exposure.settings(),
            clock.instant());
    Optional<Claim> held = held(input, wanted);
    if (held.isEmpty()) {
      return ClaimOutcome.of("CLAIMED", wanted);
    }
    return switch (ClaimRules.decide(wanted, held.get(), new AwsTruth())) {
      case ClaimRules.Decision.Take(Claim next) -> {
        ClaimRules.requireResumed(held.get(), next, input.executionArn(), input.claimed());
        claims.replace(held.get(), next);
        yield ClaimOutcome.of("CLAIMED", next);
      }
      case ClaimRules.Decision.JoinRun(Claim holder) -> ClaimOutcome.of("RUNNING", holder);
      case ClaimRules.Decision.EndFirst(Claim leaving) -> throw endAgain(leaving);
      case ClaimRules.Decision.Done(Claim onboarded) -> ClaimOutcome.of("ONBOARDED", onboarded);
    };
  }

  /** Empty if this run has put the path's first claim. */
  private Optional<Claim> held(Input input, Claim wanted) {
    if (input.claimed() == 0) {
      return claims.putFirst(wanted);
    }
    return Optional.of(claims.find(input.key()).orElseThrow(() -> ClaimRules.anew(wanted)));
  }

  /**
   * Whoever is to leave leaves, though somebody asks anew: what was connected is rejected first.
   */
  private Conflict endAgain(Claim leaving) {
    String run =
        ends.start(
            "again-" + RandomHex.of(random),
            AuditEntry.about(AuditRecord.Kind.END_ORDERED, leaving.key())
                .saying("again, since its run came to a halt"),
            OffboardingInput.of(leaving.key(), false));
    return new Conflict(
        "the end of %s was ordered and came to a halt; it is ordered again, by %s: ask again when the consumer has left"
            .formatted(leaving.key(), run));
  }

  private final class AwsTruth implements ClaimRules.Truth {
    @Override
    public boolean executionRuns(String executionArn, @Nullable Instant since) {
      return runs.runs(executionArn, since, clock.instant());
    }

    /** By a look at AWS, never by yesterday's answer. */
    @Override
    public boolean sound(Claim onboarded) {
      return Soundness.faults(
              inspection.of(onboarded.key().databaseArn()), onboarded.key().principal())
          .isEmpty();
    }
  }
}
