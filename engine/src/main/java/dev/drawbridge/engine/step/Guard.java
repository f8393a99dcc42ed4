package dev.drawbridge.engine.step;

import dev.drawbridge.engine.path.StateFailure;
import java.util.Set;

/**
 * What becomes of a failure of the interpreter itself: some names Retry and Catch may see, the
 * others end the execution.
 */
final class Guard {
  /** The states whose abortion has an event of its own (API Reference, HistoryEvent). */
  private static final Set<String> ABORTED = Set.of("Task", "Wait", "Parallel", "Map");

  private Guard() {}

  /** Does the work of a branch's state; {@code branch} is the one whose state would fail. */
  static void run(Branch branch, Transition transition, Runnable work) {
    try {
      work.run();
    } catch (StateFailure failure) {
      Branch failed = transition.branches().getOrDefault(branch.id(), branch);
      if (!failure.catchable() || !handled(failed, failure, transition)) {
        transition.fail(failed.lastEvent(), failure.error(), cause(failure, failed));
      }
    }
  }

  /** Whether a Retry or Catch of the state, or the state around it, has the failure now. */
  private static boolean handled(Branch branch, StateFailure raised, Transition transition) {
    Flow flow = new Flow(transition);
    Failure failure = Failure.of(raised.error(), cause(raised, branch));
    try {
      transition.release(branch);
      flow.forks().abandon(branch);
      if (!flow.retry(branch, failure)) {
        flow.caughtOrFailed(branch, failure, ABORTED.contains(branch.current().type()));
      }
      return true;
    } catch (StateFailure again) {
      // The catcher's own ResultPath does not fit either.
      return false;
    }
  }

  private static String cause(StateFailure failure, Branch branch) {
    return failure.cause(branch.state(), branch.enteredEvent());
  }
}
