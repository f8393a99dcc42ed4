package dev.drawbridge.onboarding;

import org.jspecify.annotations.Nullable;

/**
 * The event "Step Functions Execution Status Change" of EventBridge.
 *
 * @param detail what of it we use
 */
public record ExecutionEnded(Detail detail) {
  /**
   * The execution.
   *
   * @param status FAILED, TIMED_OUT or ABORTED
   * @param input what it was started with, as JSON text; AWS leaves a large one out
   */
  public record Detail(
      String executionArn,
      String status,
      @Nullable String input,
      @Nullable String error,
      @Nullable String cause) {}
}
