package dev.drawbridge.engine.step;

import com.fasterxml.jackson.databind.JsonNode;
import dev.drawbridge.engine.definition.TaskState;
import dev.drawbridge.engine.path.Payload;
import dev.drawbridge.engine.path.Scope;
import dev.drawbridge.engine.path.StateFailure;
import dev.drawbridge.engine.task.Integration;
import dev.drawbridge.engine.task.TaskRequest;
import java.time.Duration;
import java.util.Base64;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;

/** Task: scheduled, started, perhaps submitted, and at last succeeded, failed or timed out. */
final class TaskStep {
  private static final int TOKEN_BYTES = 96;

  private TaskStep() {}

  /** Schedules an attempt. */
  static void schedule(TaskState state, Branch branch, Transition transition) {
    String token = token(state.integration(), transition.surroundings().random());
    Scope scope = transition.scope(branch, token);
    Scope filtered = scope.over(state.filters().input(scope));
    Long timeout = Limits.of("TimeoutSecondsPath", state.timeout(), filtered);
    Long heartbeat = Limits.of("HeartbeatSecondsPath", state.heartbeat(), filtered);
    JsonNode arguments = state.filters().arguments(scope);
    if (state.fields() != null) {
      state.fields().check(arguments);
    }
    Activity.Working working =
        new Activity.Working(transition.newSerial(), arguments, token, timeout, heartbeat);
    String region = transition.before().identity().region();
    Branch scheduled =
        TaskHistory.of(state.integration()).scheduled(branch, transition, working, region);
    transition.put(scheduled.doing(working));
    transition.command(new Command.Dispatch(working.serial()));
  }

  /** Starts the attempt: now its time-out counts. */
  static void dispatched(
      TaskState state, Branch branch, Activity.Working working, Transition transition) {
    TaskHistory.of(state.integration()).started(branch, transition);
    if (working.timeout() != null) {
      timer(working.serial(), Command.TimerKind.TIMEOUT, working.timeout(), transition);
    }
    heartbeat(working, transition);
    transition.command(
        new Command.Invoke(
            new TaskRequest(
                transition.before().identity().executionArn(),
                working.serial(),
                state.integration(),
                working.arguments(),
                working.token())));
  }

  static void submitted(TaskState state, Branch branch, Payload response, Transition transition) {
    TaskHistory.of(state.integration()).submitted(branch, transition, response);
  }

  static void succeeded(
      TaskState state,
      Branch branch,
      Activity.Working working,
      Payload output,
      Transition transition,
      Flow flow) {
    TaskHistory history = TaskHistory.of(state.integration());
    if (output.bytes() > Transition.LARGEST_PAYLOAD) {
      String cause = StateFailure.tooLarge(history.what());
      failed(state, branch, Failure.of("States.DataLimitExceeded", cause), transition, flow);
      return;
    }
    transition.command(new Command.Release(working.serial()));
    flow.result(history.succeeded(branch, transition, output), output.value(), working.token());
  }

  static void failed(
      TaskState state, Branch branch, Failure failure, Transition transition, Flow flow) {
    transition.release(branch);
    Branch failed = TaskHistory.of(state.integration()).failed(branch, transition, failure);
    if (!flow.retry(failed, failure)) {
      flow.caughtOrFailed(failed, failure, true);
    }
  }

  /**
   * TimeoutSeconds or HeartbeatSeconds are over: the recordings show one and the same error, but
   * Retry and Catch also know a missed heartbeat by its own name (Developer Guide, Error names).
   */
  static void timedOut(Command.TimerKind kind, Branch branch, Transition transition, Flow flow) {
    boolean silent = kind == Command.TimerKind.HEARTBEAT;
    Failure failure = silent ? Failure.missedHeartbeat() : Failure.of("States.Timeout", null);
    TaskState state = (TaskState) branch.current();
    transition.release(branch);
    Branch over = TaskHistory.of(state.integration()).timedOut(branch, transition, failure);
    if (!flow.retry(over, failure)) {
      flow.caughtOrFailed(over, failure, true);
    }
  }

  static void heartbeat(Activity.Working working, Transition transition) {
    if (working.heartbeat() != null) {
      timer(working.serial(), Command.TimerKind.HEARTBEAT, working.heartbeat(), transition);
    }
  }

  private static void timer(
      long serial, Command.TimerKind kind, long seconds, Transition transition) {
    transition.command(new Command.StartTimer(serial, kind, Duration.ofSeconds(seconds)));
  }

  /** Jobs have a token too: AWS accepts a callback for them, as its recordings show. */
  private static @Nullable String token(Integration integration, RandomGenerator random) {
    if (integration.pattern() == Integration.Pattern.REQUEST_RESPONSE) {
      return null;
    }
    byte[] bytes = new byte[TOKEN_BYTES];
    random.nextBytes(bytes);
    return Base64.getEncoder().encodeToString(bytes);
  }
}
