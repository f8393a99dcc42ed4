package dev.drawbridge.engine.definition;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A state machine, a branch of a Parallel state, or what a Map state does with an item.
 *
 * @param startAt the first state
 * @param states all states by name
 * @param timeoutSeconds how long an execution may take; none means one year, AWS's own limit
 */
public record Workflow(String startAt, Map<String, State> states, @Nullable Long timeoutSeconds) {

  /** The state of that name; validation has seen to it that there is one. */
  public State state(String name) {
    State state = states.get(name);
    if (state == null) {
      throw new IllegalStateException("no state " + name);
    }
    return state;
  }
}
