package dev.drawbridge.engine.redrive;

import dev.drawbridge.engine.step.Execution;
import dev.drawbridge.engine.step.Status;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Which executions RedriveExecution takes.
 *
 * @param window how long after its end
 */
public record Redrivability(Duration window) {
  /** Why an execution cannot be redriven at that time, in AWS's words; null if it can. */
  public @Nullable String refusal(Execution execution, Instant now) {
    if (execution.status() == Status.RUNNING || execution.status() == Status.SUCCEEDED) {
      return "Execution is %s and cannot be redriven".formatted(execution.status());
    }
    Instant stopped = execution.stoppedAt();
    if (stopped != null && stopped.plus(window).isBefore(now)) {
      return "Execution has exceeded the redrivable period and cannot be redriven";
    }
    return null;
  }
}
