package dev.drawbridge.offboarding;

import dev.drawbridge.error.NotReady;
import dev.drawbridge.model.Claim;
import dev.drawbridge.model.Connection;
import dev.drawbridge.model.OnboardingKey;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;

/** Whether anybody is left whom a teardown would cut. */
final class TeardownRules {
  private TeardownRules() {}

  /**
   * What is to be done for a consumer who has left.
   *
   * @param claims all of the database, read after our own said that it takes down
   * @param runs whether an execution runs
   * @throws NotReady while another consumer is leaving
   */
  static Teardown decide(
      OnboardingKey left, List<Claim> claims, List<Connection> there, Predicate<String> runs) {
    Optional<String> stays =
        claims.stream()
            .filter(claim -> !claim.key().equals(left))
            .flatMap(claim -> stays(claim, runs).stream())
            .findFirst()
            .or(() -> connected(there));
    return stays
        .map(who -> new Teardown("KEPT", "What was built stays: " + who))
        .orElseGet(() -> new Teardown("TEAR_DOWN", "Nobody was left, and what was built is gone."));
  }

  private static Optional<String> stays(Claim claim, Predicate<String> runs) {
    String account = claim.key().consumerAccountId();
    return switch (claim.state()) {
      case RUNNING ->
          claim.accepted() != null || runs.test(claim.executionArn())
              ? Optional.of("consumer %s is being onboarded.".formatted(account))
              : Optional.empty();
      case LEAVING -> {
        String run = String.valueOf(claim.leavingArn());
        if (runs.test(run)) {
          throw new NotReady("consumer %s is leaving, by %s".formatted(account, run));
        }
        yield Optional.of(
            "consumer %s has not left completely; offboard it again.".formatted(account));
      }
      // Two who take down at a time do the same.
      case TEARING_DOWN, OFFBOARDED -> Optional.empty();
      default ->
          claim.holdsPath()
              ? Optional.of("consumer %s uses it.".formatted(account))
              : Optional.empty();
    };
  }

  /** Somebody may have accepted it by hand: we have no order to cut it. */
  private static Optional<String> connected(List<Connection> there) {
    return there.stream()
        .filter(connection -> connection.state().accepted())
        .findFirst()
        .map(
            connection ->
                "endpoint %s of account %s is connected without an onboarding; reject it first."
                    .formatted(connection.endpointId(), connection.ownerAccountId()));
  }
}
