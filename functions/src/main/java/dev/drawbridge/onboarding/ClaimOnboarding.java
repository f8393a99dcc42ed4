package dev.drawbridge.onboarding;

import dev.drawbridge.aws.dynamodb.Claims;
import dev.drawbridge.aws.privatelink.Connections;
import dev.drawbridge.aws.states.WaitingRuns;
import dev.drawbridge.error.Conflict;
import dev.drawbridge.model.Claim;
import dev.drawbridge.model.ClaimState;
import dev.drawbridge.model.OnboardRequest;
import dev.drawbridge.model.OnboardingKey;
import dev.drawbridge.runtime.Environment;
import dev.drawbridge.runtime.Stores;
import dev.drawbridge.runtime.Worker;
import java.time.InstantSource;
import java.util.Optional;

/** Makes sure that one run at a time works on a consumer's path. */
public final class ClaimOnboarding extends Worker<ClaimOnboarding.Input, ClaimOutcome> {
  /** Input of ClaimOnboarding. */
  public record Input(
      OnboardingKey key, OnboardRequest request, String requestDigest, String executionArn) {}

  private final Claims claims;
  private final WaitingRuns runs;
  private final Connections connections;
  private final InstantSource clock;

  public ClaimOnboarding() {
    this(Environment.lambda());
  }

  public ClaimOnboarding(Environment environment) {
    super(Input.class);
    this.claims = Stores.claims(environment);
    this.runs = new WaitingRuns(environment.clients());
    this.connections = new Connections(environment.clients());
    this.clock = environment.clock();
  }

  @Override
  public ClaimOutcome handle(Input input) {
    Claim wanted =
        Claim.first(input.key(), input.requestDigest(), input.executionArn(), input.request());
    Optional<Claim> held = claims.putFirst(wanted);
    if (held.isEmpty()) {
      return shareLoadBalancer(wanted);
    }
    return switch (ClaimRules.decide(wanted, held.get(), new AwsTruth())) {
      case ClaimRules.Decision.Take(Claim next) -> {
        claims.replace(held.get(), next);
        yield shareLoadBalancer(next);
      }
      case ClaimRules.Decision.JoinRun(Claim holder) -> outcome("RUNNING", holder);
      case ClaimRules.Decision.Done(Claim onboarded) -> outcome("ONBOARDED", onboarded);
    };
  }

  /**
   * Reads the other consumers' claims only after ours is written: of two that start together with
   * different settings, at least one sees the other.
   */
  private ClaimOutcome shareLoadBalancer(Claim mine) {
    ClaimRules.Sharing sharing =
        ClaimRules.share(mine, claims.ofDatabase(mine.key().databaseArn()));
    return switch (sharing) {
      case ClaimRules.Sharing.Ports ports ->
          ClaimOutcome.of("CLAIMED", mine, ports.reader(), ports.writer());
      case ClaimRules.Sharing.Refused refused -> {
        claims.end(
            mine.key(), mine.executionArn(), ClaimState.FAILED, refused.reason(), clock.instant());
        throw new Conflict(refused.reason());
      }
    };
  }

  private static ClaimOutcome outcome(String outcome, Claim claim) {
    return ClaimOutcome.of(outcome, claim, claim.readerPort(), claim.writerPort());
  }

  private final class AwsTruth implements ClaimRules.Truth {
    @Override
    public boolean executionRuns(String executionArn) {
      return runs.runs(executionArn);
    }

    @Override
    public boolean newEndpointWaits(Claim onboarded) {
      Claim.Accepted accepted = onboarded.accepted();
      return accepted != null
          && connections.of(accepted.serviceId(), onboarded.key().consumerAccountId()).stream()
              .anyMatch(connection -> connection.state().waits());
    }
  }
}
