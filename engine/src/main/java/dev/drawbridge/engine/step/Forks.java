package dev.drawbridge.engine.step;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import dev.drawbridge.engine.definition.MapState;
import dev.drawbridge.engine.definition.State;
import dev.drawbridge.engine.definition.Workflow;
import dev.drawbridge.engine.history.Details;
import dev.drawbridge.engine.path.Payload;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The branches of Parallel and Map states: start, completion, failure, abortion. */
final class Forks {
  private final Transition transition;
  private final Flow flow;

  Forks(Transition transition, Flow flow) {
    this.transition = transition;
    this.flow = flow;
  }

  /** Starts one branch; {@code event} is the event that it follows. */
  void start(
      Branch parent,
      int index,
      Workflow workflow,
      @Nullable JsonNode item,
      Payload input,
      long event) {
    Branch child =
        new Branch(
            transition.newBranch(),
            parent.id(),
            index,
            workflow,
            item,
            workflow.startAt(),
            input,
            new Activity.Entering(),
            event,
            transition.surroundings().now(),
            Map.of(),
            event);
    transition.put(child);
    transition.command(new Command.Proceed(child.id()));
  }

  /** A branch has come to its end. */
  void completed(Branch child, JsonNode output) {
    Branch parent = transition.branches().get(child.parent());
    if (parent == null || !(parent.activity() instanceof Activity.Forked forked)) {
      throw new IllegalStateException("no fork above branch " + child.id());
    }
    transition.branches().remove(child.id());
    Branch going = parent.doing(forked.withResult(child.index(), output)).after(child.lastEvent());
    if (parent.current() instanceof MapState map) {
      Guard.run(going, transition, () -> MapStep.completed(map, going, child, transition, flow));
    } else {
      joinIfComplete(transition.put(going));
    }
  }

  /** Leaves the Parallel or Map state once every branch has given its result. */
  void joinIfComplete(Branch parent) {
    if (!(parent.activity() instanceof Activity.Forked forked)
        || forked.results().size() < forked.total()) {
      return;
    }
    String type = parent.current().type() + "StateSucceeded";
    transition.record(parent.lastEvent(), type, new Details.None());
    ArrayNode results = JsonNodeFactory.instance.arrayNode();
    for (int i = 0; i < forked.total(); i++) {
      results.add(forked.results().get(i));
    }
    Guard.run(parent, transition, () -> flow.result(parent, results, null));
  }

  /** The state above takes notice of a failure; of several at once, the first by index counts. */
  void takeNotice(Branch branch) {
    Branch parent = transition.branches().get(branch.parent());
    if (parent == null) {
      return;
    }
    for (Branch child : transition.children(parent)) {
      if (child.activity() instanceof Activity.Failing failing) {
        Guard.run(parent, transition, () -> failed(parent, child, failing));
        return;
      }
    }
  }

  /** The other branches are aborted, and the state fails. */
  private void failed(Branch parent, Branch child, Activity.Failing failing) {
    boolean map = parent.current() instanceof MapState;
    long previous = child.lastEvent();
    if (map) {
      iteration(previous, "MapIterationFailed", parent.current(), child);
    }
    abort(child, previous);
    abandon(parent.after(previous));
    Branch alone = transition.put(parent.after(previous));
    if (!flow.retry(alone, failing.failure())) {
      String type = alone.current().type() + "StateFailed";
      Branch failed = transition.record(alone, type, new Details.None());
      flow.caughtOrFailed(failed, failing.failure(), false);
    }
  }

  private void iteration(long previous, String type, State state, Branch child) {
    transition.record(previous, type, new Details.Iteration(state.name(), child.index()));
  }

  /** Aborts all that a branch has forked; the events follow its last one. */
  void abandon(Branch parent) {
    for (Branch child : transition.children(parent)) {
      if (parent.current() instanceof MapState map) {
        iteration(parent.lastEvent(), "MapIterationAborted", map, child);
      }
      abort(child, parent.lastEvent());
    }
  }

  /** Removes a branch with all that it forked; a state that it was in is aborted. */
  private void abort(Branch branch, long previous) {
    abandon(branch.after(previous));
    transition.release(branch);
    transition.branches().remove(branch.id());
    boolean inState =
        switch (branch.activity()) {
          case Activity.Entering ignored -> false;
          case Activity.Failing failing -> failing.inState();
          default -> true;
        };
    if (inState) {
      transition.record(previous, branch.current().type() + "StateAborted", new Details.None());
    }
  }
}
