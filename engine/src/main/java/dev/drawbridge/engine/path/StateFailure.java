package dev.drawbridge.engine.path;

/**
 * A failure of the interpreter itself while it works on a state: error name and what AWS says.
 *
 * <p>{@code States.Runtime} and {@code States.DataLimitExceeded} end the execution at once; the
 * other names Retry and Catch can see (Developer Guide, Error names).
 */
public final class StateFailure extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private final String error;
  private final String said;
  private final boolean located;

  private StateFailure(String error, String said, boolean located) {
    super(said);
    this.error = error;
    this.said = said;
    this.located = located;
  }

  /** {@code States.Runtime}; the cause begins with the state's name and event id. */
  public static StateFailure runtime(String said) {
    return new StateFailure("States.Runtime", said, true);
  }

  /** Another of the {@code States.} errors; the cause begins with the state's name too. */
  public static StateFailure named(String error, String said) {
    return new StateFailure(error, said, true);
  }

  /** {@code States.DataLimitExceeded}: more than 256 KiB; {@code what} is a state or resource. */
  public static StateFailure dataLimit(String what) {
    return new StateFailure("States.DataLimitExceeded", tooLarge(what), false);
  }

  /** The history has reached its 25,000 events. */
  public static StateFailure historyFull(int limit) {
    return new StateFailure(
        "States.Runtime",
        "The execution reached the maximum number of history events (%d).".formatted(limit),
        false);
  }

  /** What AWS says of a result above 256 KiB. */
  public static String tooLarge(String what) {
    return "The state/task '%s' returned a result with a size exceeding the maximum number of bytes service limit."
        .formatted(what);
  }

  /** Whether Retry and Catch see it. */
  public boolean catchable() {
    return !error.equals("States.Runtime") && !error.equals("States.DataLimitExceeded");
  }

  /** The error name. */
  public String error() {
    return error;
  }

  /** The cause, for a failure in state {@code name} that was entered with event {@code id}. */
  public String cause(String name, long id) {
    return located
        ? "An error occurred while executing the state '%s' (entered at the event id #%d). %s"
            .formatted(name, id, said)
        : said;
  }
}
