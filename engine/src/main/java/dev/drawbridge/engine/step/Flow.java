package dev.drawbridge.engine.step;

import com.fasterxml.jackson.databind.JsonNode;
import dev.drawbridge.engine.definition.Catcher;
import dev.drawbridge.engine.definition.ErrorHandling;
import dev.drawbridge.engine.definition.Retrier;
import dev.drawbridge.engine.definition.State;
import dev.drawbridge.engine.history.Details;
import dev.drawbridge.engine.path.Payload;
import dev.drawbridge.engine.path.Scope;
import dev.drawbridge.engine.path.StateFailure;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** How branches move from state to state, and what becomes of errors. */
final class Flow {
  private final Transition transition;
  private final Forks forks;

  Flow(Transition transition) {
    this.transition = transition;
    this.forks = new Forks(transition, this);
  }

  Forks forks() {
    return forks;
  }

  /** A state's work is done: ResultSelector, ResultPath, OutputPath, and on. */
  void result(Branch branch, JsonNode result, @Nullable String token) {
    Scope scope = transition.scope(branch, token);
    State state = branch.current();
    JsonNode output = state.filters().result(scope, result);
    leave(branch, state.filters().output(scope.over(output)), state.next());
  }

  /** Leaves the state with an output, for the state {@code next} or the end. */
  void leave(Branch branch, JsonNode output, @Nullable String next) {
    Payload payload = Payload.of(output);
    if (payload.bytes() > Transition.LARGEST_PAYLOAD) {
      throw StateFailure.dataLimit(branch.state());
    }
    String type = branch.current().type() + "StateExited";
    Branch left =
        transition.record(branch, type, new Details.Exited(branch.state(), payload.text()));
    if (next != null) {
      move(left, next, payload);
    } else if (left.root()) {
      transition.succeed(left, payload);
    } else {
      forks.completed(left, output);
    }
  }

  void move(Branch branch, String state, Payload input) {
    transition.put(branch.moved(state, input));
    transition.command(new Command.Proceed(branch.id()));
  }

  /** Tries another attempt; whether there is one. */
  boolean retry(Branch branch, Failure failure) {
    ErrorHandling errors = branch.current().errors();
    int index = errors.retrier(failure.names());
    if (index < 0) {
      return false;
    }
    Retrier retrier = errors.retriers().get(index);
    int used = branch.attempts().getOrDefault(index, 0);
    if (used >= retrier.maxAttempts()) {
      return false;
    }
    long serial = transition.newSerial();
    transition.put(branch.retrying(index).doing(new Activity.Pausing(serial)));
    transition.command(
        new Command.StartTimer(
            serial,
            Command.TimerKind.RETRY,
            retrier.delay(used, transition.surroundings().random())));
    return true;
  }

  /**
   * Catches the error or lets it end the branch.
   *
   * @param inState whether the branch is still within the state, so that the history aborts it
   */
  void caughtOrFailed(Branch branch, Failure failure, boolean inState) {
    Optional<Catcher> catcher = branch.current().errors().catcher(failure.names());
    if (catcher.isPresent()) {
      JsonNode output = catcher.get().resultPath().put(branch.input().value(), failure.output());
      leave(branch, output, catcher.get().next());
    } else if (branch.root()) {
      transition.fail(branch.lastEvent(), failure.error(), failure.cause());
    } else {
      transition.put(branch.doing(new Activity.Failing(failure, inState)));
      transition.command(new Command.FailBranch(branch.id()));
    }
  }
}
