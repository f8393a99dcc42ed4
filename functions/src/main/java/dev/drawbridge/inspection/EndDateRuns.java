package dev.drawbridge.inspection;

import dev.drawbridge.aws.dynamodb.Records;
import dev.drawbridge.aws.states.Runs;
import dev.drawbridge.model.AuditRecord;
import dev.drawbridge.model.OnboardingKey;
import dev.drawbridge.plan.AuditEntry;
import dev.drawbridge.plan.OffboardingInput;
import dev.drawbridge.plan.RandomHex;
import dev.drawbridge.runtime.Environment;
import dev.drawbridge.runtime.Stores;
import java.time.InstantSource;
import java.util.random.RandomGenerator;

/** Orders the end of onboardings whose last day is over. */
final class EndDateRuns {
  private static final int RANDOM_BYTES = 8;

  private final Runs runs;
  private final Records records;
  private final InstantSource clock;
  private final RandomGenerator random;

  EndDateRuns(Environment environment) {
    this.runs = Stores.offboardingRuns(environment);
    this.records = Stores.records(environment);
    this.clock = environment.clock();
    this.random = environment.random();
  }

  /** Starts a run under a name that nobody can have taken. Calls: 2. */
  void order(String databaseArn, Finding over) {
    OnboardingKey key = new OnboardingKey(databaseArn, over.subject());
    String name = "end-date-" + RandomHex.of(random, RANDOM_BYTES);
    records.add(
        AuditEntry.about(AuditRecord.Kind.END_ORDERED, key)
            .run(runs.arn(name))
            .saying(over.text())
            .at(clock.instant()));
    runs.start(name, OffboardingInput.of(key, false));
  }
}
