package dev.drawbridge.inspection;

import dev.drawbridge.model.AuditRecord;
import dev.drawbridge.model.OnboardingKey;
import dev.drawbridge.plan.AuditEntry;
import dev.drawbridge.plan.OffboardingInput;
import dev.drawbridge.plan.RandomHex;
import dev.drawbridge.runtime.Environment;
import dev.drawbridge.runtime.OrderedRuns;
import java.util.random.RandomGenerator;

/** Orders the end of onboardings whose last day is over, or whose ordered end came to a halt. */
final class EndDateRuns {
  private final OrderedRuns runs;
  private final RandomGenerator random;

  EndDateRuns(Environment environment) {
    this.runs = OrderedRuns.offboarding(environment);
    this.random = environment.random();
  }

  /** Calls: those of {@link OrderedRuns}. */
  void order(String databaseArn, Finding over, boolean teardown) {
    OnboardingKey key = new OnboardingKey(databaseArn, over.subject());
    runs.start(
        "end-date-" + RandomHex.of(random),
        AuditEntry.about(AuditRecord.Kind.END_ORDERED, key).saying(over.text()),
        OffboardingInput.of(key, teardown));
  }
}
