package dev.drawbridge.model;

import org.jspecify.annotations.Nullable;

/**
 * How a run stands, as Step Functions says.
 *
 * @param failure the cause of a run that ended badly, or null
 */
public record RunState(Status status, @Nullable String failure) {
  /** The status, as far as it matters to us. */
  public enum Status {
    /** There is no run of that name, or AWS has forgotten it, 90 days after its end. */
    ABSENT,
    RUNNING,
    SUCCEEDED,
    /** Failed, timed out or aborted. */
    FAILED
  }
}
