package dev.drawbridge.engine.step;

import com.fasterxml.jackson.databind.JsonNode;
import dev.drawbridge.engine.definition.PassState;

/** Pass: a constant, or its own input. */
final class PassStep {
  private PassStep() {}

  static void enter(PassState state, Branch branch, Transition transition, Flow flow) {
    JsonNode arguments = state.filters().arguments(transition.scope(branch, null));
    flow.result(branch, state.result() == null ? arguments : state.result(), null);
  }
}
