package dev.drawbridge.simulator.stepfunctions.definition;

import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** {@code Retry} and {@code Catch} of a state. */
public record ErrorHandling(List<Retrier> retriers, List<Catcher> catchers) {
  /** Neither. */
  public static final ErrorHandling NONE = new ErrorHandling(List.of(), List.of());

  /** The index of the first retrier that answers to the error, or -1. */
  public int retrier(@Nullable String error) {
    for (int i = 0; i < retriers.size(); i++) {
      if (matches(retriers.get(i).errors(), error)) {
        return i;
      }
    }
    return -1;
  }

  /** The first catcher that answers to the error. */
  public Optional<Catcher> catcher(@Nullable String error) {
    return catchers.stream().filter(catcher -> matches(catcher.errors(), error)).findFirst();
  }

  /**
   * Whether a list of names covers an error. {@code States.TaskFailed} covers all but {@code
   * States.Timeout}. A task can fail without a name, and {@code States.ALL} covers that too.
   */
  private static boolean matches(List<String> names, @Nullable String error) {
    return names.contains("States.ALL")
        || (error != null && names.contains(error))
        || (names.contains("States.TaskFailed") && !"States.Timeout".equals(error));
  }
}
