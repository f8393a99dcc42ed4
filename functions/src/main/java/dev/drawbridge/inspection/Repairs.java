package dev.drawbridge.inspection;

import dev.drawbridge.aws.states.Runs;
import dev.drawbridge.model.Claim;
import dev.drawbridge.plan.Names;
import dev.drawbridge.runtime.Environment;
import dev.drawbridge.runtime.Stores;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** Starts the runs that put something back, or ask a person. */
final class Repairs {
  private final Runs runs;

  Repairs(Environment environment) {
    this.runs = Stores.onboardingRuns(environment);
  }

  /** A run without a consumer makes everything as it should be, and cuts nothing. Calls: 1. */
  void mend(String databaseArn, Instant at) {
    runs.start(
        "mend-%s-%d".formatted(Names.hash(databaseArn), at.getEpochSecond()),
        "{\"databaseIdentifier\":\"%s\"}".formatted(databaseArn));
  }

  /**
   * The onboarding's own request once more, whose run asks about the endpoint that waits. Calls: 2.
   *
   * @return why it could not be started; empty if it was
   */
  Optional<String> ask(Finding waiting, List<Claim> claims) {
    Optional<String> request =
        claims.stream()
            .filter(claim -> claim.key().principal().equals(waiting.principal()))
            .findFirst()
            .map(Claim::executionArn)
            .flatMap(runs::input);
    request.ifPresent(input -> runs.start("ask-" + waiting.subject(), input));
    return request.isPresent()
        ? Optional.empty()
        : Optional.of(
            "its request is forgotten by AWS, so nobody could be asked: have %s send it again"
                .formatted(waiting.principal()));
  }
}
