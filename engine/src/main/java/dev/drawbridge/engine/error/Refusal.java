package dev.drawbridge.engine.error;

/**
 * What the engine does not do for its caller: a definition, an input or a call that it refuses.
 *
 * <p>What goes wrong within an execution is no refusal; that ends the execution, and its history
 * says how.
 */
public final class Refusal extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private final Reason reason;

  /** Why; the code is the name that AWS Step Functions answers with. */
  public enum Reason {
    /** The definition is not valid. */
    INVALID_DEFINITION("InvalidDefinition"),
    /**
     * The definition is valid, but names something that this engine lacks; AWS has no such code.
     */
    UNSUPPORTED_DEFINITION("UnsupportedDefinition"),
    /** The input of an execution is not JSON. */
    INVALID_INPUT("InvalidExecutionInput"),
    /** The output that a callback brought is not JSON. */
    INVALID_OUTPUT("InvalidOutput"),
    /** There never was such a task token. */
    INVALID_TOKEN("InvalidToken"),
    /** The task of that token no longer waits. */
    TASK_TIMED_OUT("TaskTimedOut"),
    /** The execution cannot be taken up again. */
    NOT_REDRIVABLE("ExecutionNotRedrivable");

    private final String code;

    Reason(String code) {
      this.code = code;
    }
  }

  /**
   * A refusal.
   *
   * @param message what is refused and why, in AWS's words where AWS has words for it
   */
  public Refusal(Reason reason, String message) {
    super(message);
    this.reason = reason;
  }

  /** Why. */
  public Reason reason() {
    return reason;
  }

  /** The reason's name at AWS, for example {@code InvalidDefinition}. */
  public String code() {
    return reason.code;
  }
}
