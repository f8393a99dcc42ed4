package dev.drawbridge.engine.step;

import dev.drawbridge.engine.definition.ParallelState;
import dev.drawbridge.engine.history.Details;
import dev.drawbridge.engine.path.Payload;
import java.util.List;
import java.util.Map;

/** Parallel: every branch at once, with the same input. */
final class ParallelStep {
  private ParallelStep() {}

  static void enter(ParallelState state, Branch branch, Transition transition, Flow flow) {
    Payload input = state.filters().handedOn(branch.input(), transition.scope(branch, null));
    Branch started = transition.record(branch, "ParallelStateStarted", new Details.None());
    int total = state.branches().size();
    Branch forked =
        transition.put(started.doing(new Activity.Forked(List.of(), total, total, Map.of())));
    for (int i = 0; i < total; i++) {
      flow.forks()
          .start(forked, i, state.branches().get(i), branch.item(), input, forked.lastEvent());
    }
    flow.forks().joinIfComplete(forked);
  }
}
