package dev.drawbridge.engine.definition;

import java.util.List;
import java.util.Optional;
import java.util.Set;

/** {@code Retry} and {@code Catch} of a state. */
public record ErrorHandling(List<Retrier> retriers, List<Catcher> catchers) {
  /** Neither. */
  public static final ErrorHandling NONE = new ErrorHandling(List.of(), List.of());

  /** The index of the first retrier that answers to an error known by these names, or -1. */
  public int retrier(Set<String> known) {
    for (int i = 0; i < retriers.size(); i++) {
      if (matches(retriers.get(i).errors(), known)) {
        return i;
      }
    }
    return -1;
  }

  /** The first catcher that answers to an error known by these names. */
  public Optional<Catcher> catcher(Set<String> known) {
    return catchers.stream().filter(catcher -> matches(catcher.errors(), known)).findFirst();
  }

  /**
   * Whether a list of names covers an error. {@code States.TaskFailed} covers all but {@code
   * States.Timeout}. A task can fail without a name, and {@code States.ALL} covers that too.
   */
  private static boolean matches(List<String> names, Set<String> known) {
    return names.contains("States.ALL")
        || names.stream().anyMatch(known::contains)
        || (names.contains("States.TaskFailed") && !known.contains("States.Timeout"));
  }
}
