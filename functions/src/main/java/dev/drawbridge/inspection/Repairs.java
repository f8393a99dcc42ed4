package dev.drawbridge.inspection;

import dev.drawbridge.aws.states.Runs;
import dev.drawbridge.model.Claim;
import dev.drawbridge.model.InspectionRecord;
import dev.drawbridge.model.InspectionRecord.PutBack;
import dev.drawbridge.model.InspectionRecord.PutBack.Outcome;
import dev.drawbridge.model.RunState;
import dev.drawbridge.plan.Names;
import dev.drawbridge.runtime.Environment;
import dev.drawbridge.runtime.Stores;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Starts the runs that put something back, or ask a person. */
final class Repairs {
  private final Runs runs;

  Repairs(Environment environment) {
    this.runs = Stores.onboardingRuns(environment);
  }

  /** A run without a consumer makes everything as it should be, and cuts nothing. Calls: 1. */
  void mend(String databaseArn, Instant at) {
    runs.start(mending(databaseArn, at), "{\"databaseIdentifier\":\"%s\"}".formatted(databaseArn));
  }

  /**
   * The record with what became of its runs. Calls: 1 for each that was started and is not known to
   * have ended.
   */
  InspectionRecord lookedAfter(InspectionRecord record) {
    Map<Instant, RunState> states = new HashMap<>();
    return record.withPutBack(
        record.putBack().stream()
            .map(
                entry ->
                    mends(record, entry)
                        ? entry.with(
                            states.computeIfAbsent(
                                entry.at(), at -> runs.state(mending(record.databaseArn(), at))))
                        : entry)
            .toList());
  }

  private static boolean mends(InspectionRecord record, PutBack entry) {
    boolean open = entry.outcome() == Outcome.STARTED || entry.outcome() == Outcome.RUNNING;
    return open
        && record
            .known(entry.key())
            .filter(known -> known.remedy().equals(Remedy.MEND.name()))
            .isPresent();
  }

  private static String mending(String databaseArn, Instant at) {
    return "mend-%s-%d".formatted(Names.hash(databaseArn), at.getEpochSecond());
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
