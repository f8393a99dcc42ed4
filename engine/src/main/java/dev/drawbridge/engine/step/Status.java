package dev.drawbridge.engine.step;

/** The status of an execution, spelled as AWS does. */
public enum Status {
  /** It goes on. */
  RUNNING,
  /** It came to an end state. */
  SUCCEEDED,
  /** An error was not caught. */
  FAILED,
  /** It took longer than its {@code TimeoutSeconds}. */
  TIMED_OUT,
  /** It was stopped. */
  ABORTED
}
