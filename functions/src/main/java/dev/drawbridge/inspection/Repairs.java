package dev.drawbridge.inspection;

import dev.drawbridge.aws.states.Runs;
import dev.drawbridge.error.Conflict;
import dev.drawbridge.model.Claim;
import dev.drawbridge.model.InspectionRecord;
import dev.drawbridge.model.InspectionRecord.PutBack;
import dev.drawbridge.model.InspectionRecord.PutBack.Outcome;
import dev.drawbridge.model.RunState;
import dev.drawbridge.plan.Names;
import dev.drawbridge.plan.RandomHex;
import dev.drawbridge.runtime.Environment;
import dev.drawbridge.runtime.Stores;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.random.RandomGenerator;

/** Starts the runs that put something back, or ask a person. */
final class Repairs {
  private final Runs runs;
  private final RandomGenerator random;

  Repairs(Environment environment) {
    this.runs = Stores.onboardingRuns(environment);
    this.random = environment.random();
  }

  /** A name for a run, which nobody could foresee. */
  String name(String databaseArn) {
    return "mend-%s-%s".formatted(Names.hash(databaseArn), RandomHex.of(random));
  }

  /**
   * A run without a consumer makes everything as it should be, and cuts nothing. Calls: 1.
   *
   * @throws Conflict if somebody has used up its name
   */
  void mend(String databaseArn, String name) {
    start(name, "{\"databaseIdentifier\":\"%s\"}".formatted(databaseArn));
  }

  private void start(String name, String input) {
    if (!runs.start(name, input)) {
      throw new Conflict(
          "somebody has used up the name %s; see in CloudTrail who starts executions of onboard-consumer (StartExecution)"
              .formatted(name));
    }
  }

  /**
   * The record with what became of its runs. Calls: 1 for each that was started and is not known to
   * have ended.
   */
  InspectionRecord lookedAfter(InspectionRecord record) {
    Map<String, RunState> states = new HashMap<>();
    return record.withPutBack(
        record.putBack().stream()
            .map(
                entry ->
                    mends(record, entry)
                        ? entry.with(
                            states.computeIfAbsent(run(record.databaseArn(), entry), runs::state))
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

  /** An earlier release named runs by the second. */
  private static String run(String databaseArn, PutBack entry) {
    String name = entry.run();
    return name == null
        ? "mend-%s-%d".formatted(Names.hash(databaseArn), entry.at().getEpochSecond())
        : name;
  }

  /**
   * The onboarding's own request once more, whose run asks about the endpoint that waits. Calls: 2.
   *
   * @return why it could not be started; empty if it was
   * @throws Conflict if somebody has used up its name
   */
  Optional<String> ask(Finding waiting, List<Claim> claims) {
    Optional<String> request =
        claims.stream()
            .filter(claim -> claim.key().principal().equals(waiting.principal()))
            .findFirst()
            .map(Claim::executionArn)
            .flatMap(runs::input);
    request.ifPresent(
        input -> start("ask-%s-%s".formatted(waiting.subject(), RandomHex.of(random)), input));
    return request.isPresent()
        ? Optional.empty()
        : Optional.of(
            "its request is forgotten by AWS, so nobody could be asked: have %s send it again"
                .formatted(waiting.principal()));
  }
}
