package dev.drawbridge.engine.definition;

import org.jspecify.annotations.Nullable;

/** A state of a workflow: one record a type. */
public sealed interface State
    permits PassState,
        TaskState,
        ChoiceState,
        WaitState,
        SucceedState,
        FailState,
        ParallelState,
        MapState {

  /** The state's name. */
  String name();

  /** Its type as the history spells it: {@code Pass} in {@code PassStateEntered}. */
  String type();

  /** How its input becomes its output. */
  Filters filters();

  /** The state that follows, or null for the end; Choice decides for itself. */
  @Nullable String next();

  /** What to do about errors; nothing where a type has none. */
  default ErrorHandling errors() {
    return ErrorHandling.NONE;
  }
}
