package dev.drawbridge.simulator.lambda;

/** A function's error as a runtime has written it: JSON with errorType and errorMessage. */
public final class FunctionError extends Exception {
  private static final long serialVersionUID = 1L;

  private final String payload;

  /**
   * @param payload what the caller of Invoke gets
   */
  public FunctionError(String payload) {
    super(payload, null, false, false);
    this.payload = payload;
  }

  /** What the caller of Invoke gets. */
  public String payload() {
    return payload;
  }
}
