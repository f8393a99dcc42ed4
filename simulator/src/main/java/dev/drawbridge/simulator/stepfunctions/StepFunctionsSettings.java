package dev.drawbridge.simulator.stepfunctions;

import dev.drawbridge.engine.evidence.Published;
import dev.drawbridge.engine.run.RunSettings;
import java.time.Duration;

/**
 * The delays and limits of Step Functions.
 *
 * @param runs those of executions
 * @param nameHeld how long a closed execution keeps its name
 */
public record StepFunctionsSettings(
    RunSettings runs, @Published("90 days (API reference, StartExecution)") Duration nameHeld) {

  /** AWS's limits, and small delays where AWS publishes none. */
  public static StepFunctionsSettings published() {
    return new StepFunctionsSettings(RunSettings.published(), Duration.ofDays(90));
  }

  /** The same with shorter pauses, for a test on the wall clock. */
  public StepFunctionsSettings pausesDividedBy(long divisor) {
    return new StepFunctionsSettings(runs.pausesDividedBy(divisor), nameHeld);
  }
}
