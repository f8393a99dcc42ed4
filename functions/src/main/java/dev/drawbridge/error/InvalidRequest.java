package dev.drawbridge.error;

/**
 * The request cannot be carried out as it stands: a wrong field, a database that does not qualify.
 *
 * <p>Ends the run. Advice: change the request and send it again.
 */
public final class InvalidRequest extends RuntimeException {
  private static final long serialVersionUID = 1L;

  /**
   * An error that a person will read.
   *
   * @param message what is wrong, naming field and value, and how to mend it
   */
  public InvalidRequest(String message) {
    super(message);
  }

  /** The same with the error that it was made from. */
  public InvalidRequest(String message, Throwable cause) {
    super(message, cause);
  }
}
