package dev.drawbridge.onboarding;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * The event "Step Functions Execution Status Change" of EventBridge. It says which execution to
 * look at, and nothing else of it is believed.
 *
 * @param time when it was sent
 */
public record ExecutionEnded(@Nullable Instant time, Detail detail) {
  /** The execution. */
  public record Detail(String executionArn) {}
}
