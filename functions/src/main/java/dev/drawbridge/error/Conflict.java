package dev.drawbridge.error;

/**
 * The world contradicts the request: a name taken by a resource that is not ours, a port in use, a
 * run that already holds the claim.
 *
 * <p>Ends the run. Advice: settle the conflict, then send the same request again.
 */
public final class Conflict extends RuntimeException {
  private static final long serialVersionUID = 1L;

  /**
   * An error that a person will read.
   *
   * @param message what is wrong, naming field and value, and how to mend it
   */
  public Conflict(String message) {
    super(message);
  }

  /** The same with the error that it was made from. */
  public Conflict(String message, Throwable cause) {
    super(message, cause);
  }
}
