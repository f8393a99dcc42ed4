package dev.drawbridge.engine.step;

import com.fasterxml.jackson.databind.JsonNode;
import dev.drawbridge.engine.definition.ChoiceState;
import dev.drawbridge.engine.path.Scope;
import dev.drawbridge.engine.path.StateFailure;

/** Choice: the first rule that holds, or the default. */
final class ChoiceStep {
  private ChoiceStep() {}

  static void enter(ChoiceState state, Branch branch, Transition transition, Flow flow) {
    Scope whole = transition.scope(branch, null);
    JsonNode input = state.filters().input(whole);
    Scope scope = whole.over(input);
    String next =
        state.choices().stream()
            .filter(choice -> choice.rule().holds(scope))
            .map(ChoiceState.Choice::next)
            .findFirst()
            .orElse(state.otherwise());
    if (next == null) {
      // Not States.NoChoiceMatched, which the States Language names: AWS answers States.Runtime.
      throw StateFailure.runtime(
          "Failed to transition out of the state. The state does not point to a next state.");
    }
    flow.leave(branch, state.filters().output(scope), next);
  }
}
