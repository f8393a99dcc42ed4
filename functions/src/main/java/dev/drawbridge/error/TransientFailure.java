package dev.drawbridge.error;

/**
 * AWS or the network failed in a way that passes: throttling, a time-out, a 5xx, a denial while IAM
 * settles.
 *
 * <p>Retried with full jitter. Advice: when retries are used up, remove the cause and redrive the
 * execution.
 */
public final class TransientFailure extends RuntimeException {
  private static final long serialVersionUID = 1L;

  /**
   * An error that a person will read.
   *
   * @param message what is wrong, naming field and value, and how to mend it
   */
  public TransientFailure(String message) {
    super(message);
  }

  /** The same with the error that it was made from. */
  public TransientFailure(String message, Throwable cause) {
    super(message, cause);
  }
}
