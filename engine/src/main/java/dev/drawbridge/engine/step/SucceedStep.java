package dev.drawbridge.engine.step;

import com.fasterxml.jackson.databind.JsonNode;
import dev.drawbridge.engine.definition.SucceedState;
import dev.drawbridge.engine.path.Scope;

/** Succeed: the end of its branch. */
final class SucceedStep {
  private SucceedStep() {}

  static void enter(SucceedState state, Branch branch, Transition transition, Flow flow) {
    Scope scope = transition.scope(branch, null);
    JsonNode input = state.filters().input(scope);
    flow.leave(branch, state.filters().output(scope.over(input)), null);
  }
}
