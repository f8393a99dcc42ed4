package dev.drawbridge.simulator.call;

/**
 * The death of the process that called: a Lambda worker surfaces it as {@code Runtime.ExitError}.
 */
public final class WorkerCrash extends Error {
  private static final long serialVersionUID = 1L;

  /** No stack trace: nothing in the worker's code is at fault. */
  public WorkerCrash() {
    super("RequestId: Error: Runtime exited with error: signal: killed", null, false, false);
  }
}
