package dev.drawbridge.model;

import org.jspecify.annotations.Nullable;

/**
 * An execution that does not run, as Step Functions says.
 *
 * @param status SUCCEEDED, FAILED, TIMED_OUT or ABORTED
 * @param input what it was started with, as JSON text
 */
public record ExecutionEnd(
    String status, @Nullable String input, @Nullable String error, @Nullable String cause) {
  /** Whether it ended other than by itself saying so. */
  public boolean badly() {
    return !status.equals("SUCCEEDED");
  }
}
