package dev.drawbridge.inspection;

import dev.drawbridge.aws.states.WaitingRuns;
import dev.drawbridge.model.Claim;
import dev.drawbridge.runtime.Environment;
import java.time.Instant;
import java.util.List;

/**
 * Ends of paths that somebody ordered and nobody carries out any more: whoever was to leave may be
 * connected still, and would stay so for ever. Calls: 1 for each onboarding that leaves.
 */
final class StalledEnds {
  private final WaitingRuns runs;

  StalledEnds(Environment environment) {
    this.runs = new WaitingRuns(environment.clients());
  }

  List<Finding> of(List<Claim> claims, Instant now) {
    return claims.stream()
        .filter(Claim::ending)
        .filter(claim -> claim.leavingArn() != null)
        .filter(claim -> !runs.runs(String.valueOf(claim.leavingArn()), claim.since(), now))
        .map(
            claim ->
                Finding.of(
                    Kind.END_STALLED,
                    claim.key().principal(),
                    "the end of %s was ordered and came to a halt, so that the consumer may be connected still; it is ordered again each hour: see why it fails"
                        .formatted(claim.key()),
                    claim.key().principal()))
        .toList();
  }
}
