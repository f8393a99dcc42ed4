package dev.drawbridge.error;

/**
 * Not yet: what the worker waits for has not happened. This is polling, not an error: it has its
 * own Retry block without jitter, and its deadline is in the data.
 *
 * <p>Advice: none needed; the state machine asks again.
 */
public final class NotReady extends RuntimeException {
  private static final long serialVersionUID = 1L;

  /**
   * An error that a person will read.
   *
   * @param message what is wrong, naming field and value, and how to mend it
   */
  public NotReady(String message) {
    super(message);
  }

  /** The same with the error that it was made from. */
  public NotReady(String message, Throwable cause) {
    super(message, cause);
  }
}
