package dev.drawbridge.engine.step;

import dev.drawbridge.engine.definition.ChoiceState;
import dev.drawbridge.engine.definition.FailState;
import dev.drawbridge.engine.definition.MapState;
import dev.drawbridge.engine.definition.ParallelState;
import dev.drawbridge.engine.definition.PassState;
import dev.drawbridge.engine.definition.SucceedState;
import dev.drawbridge.engine.definition.TaskState;
import dev.drawbridge.engine.definition.WaitState;
import dev.drawbridge.engine.history.Details;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * The pure step function: (execution, event) to (execution, history, commands).
 *
 * <p>It holds nothing, waits for nothing and calls nothing. An event that comes too late, for a
 * branch or a serial that is gone, changes nothing.
 */
public final class Stepper {
  private Stepper() {}

  /** One step. */
  public static Outcome step(Execution execution, Event event, Surroundings surroundings) {
    boolean redrive = event instanceof Event.Redrive;
    if (execution.status() != Status.RUNNING && !redrive) {
      return new Outcome(execution, List.of(), List.of());
    }
    Execution before = redrive ? execution.redriven(surroundings.now()) : execution;
    Transition transition = new Transition(before, surroundings);
    apply(event, transition);
    return transition.outcome();
  }

  private static void apply(Event event, Transition transition) {
    Flow flow = new Flow(transition);
    switch (event) {
      case Event.Begin ignored -> begin(transition);
      case Event.Proceed proceed ->
          branch(transition, proceed.branch())
              .filter(branch -> branch.activity() instanceof Activity.Entering)
              .ifPresent(
                  branch -> Guard.run(branch, transition, () -> enter(branch, transition, flow)));
      case Event.TimerFired fired -> timer(fired, transition, flow);
      case Event.BranchFailed failed ->
          branch(transition, failed.branch())
              .ifPresent(
                  branch -> Guard.run(branch, transition, () -> flow.forks().takeNotice(branch)));
      case Event.Stop stop -> stop(stop, transition);
      case Event.TimeOut ignored -> timeOut(transition);
      case Event.Redrive ignored -> redrive(transition, flow);
      case Event.OfTask task -> task(task, transition, flow);
    }
  }

  private static void begin(Transition transition) {
    Execution execution = transition.before();
    long started =
        transition.record(
            0,
            "ExecutionStarted",
            new Details.Started(execution.input().text(), execution.identity().roleArn()));
    // AWS chains the first state to 0, not to ExecutionStarted.
    Branch root =
        new Branch(
            transition.newBranch(),
            -1,
            0,
            execution.workflow(),
            null,
            execution.workflow().startAt(),
            execution.input(),
            new Activity.Entering(),
            started,
            transition.surroundings().now(),
            Map.of(),
            0);
    transition.put(root);
    transition.command(new Command.Proceed(root.id()));
  }

  private static void enter(Branch branch, Transition transition, Flow flow) {
    Branch recorded =
        transition.record(
            branch,
            branch.current().type() + "StateEntered",
            new Details.Entered(branch.state(), branch.input().text()));
    Branch entered =
        transition.put(recorded.entered(recorded.lastEvent(), transition.surroundings().now()));
    Guard.run(entered, transition, () -> run(entered, transition, flow));
  }

  /** The work of the state that a branch is in. */
  private static void run(Branch branch, Transition transition, Flow flow) {
    switch (branch.current()) {
      case PassState state -> PassStep.enter(state, branch, transition, flow);
      case TaskState state -> TaskStep.schedule(state, branch, transition);
      case ChoiceState state -> ChoiceStep.enter(state, branch, transition, flow);
      case WaitState state -> WaitStep.enter(state, branch, transition);
      case SucceedState state -> SucceedStep.enter(state, branch, transition, flow);
      case FailState state -> FailStep.enter(state, branch, transition, flow);
      case ParallelState state -> ParallelStep.enter(state, branch, transition, flow);
      case MapState state -> MapStep.enter(state, branch, transition, flow);
    }
  }

  private static void timer(Event.TimerFired fired, Transition transition, Flow flow) {
    for (Branch branch : List.copyOf(transition.branches().values())) {
      switch (branch.activity()) {
        case Activity.Waiting waiting when waiting.serial() == fired.serial() ->
            Guard.run(
                branch,
                transition,
                () -> WaitStep.over((WaitState) branch.current(), branch, transition, flow));
        case Activity.Pausing pausing when pausing.serial() == fired.serial() ->
            Guard.run(branch, transition, () -> run(branch, transition, flow));
        case Activity.Working working when working.serial() == fired.serial() ->
            Guard.run(
                branch,
                transition,
                () -> TaskStep.timedOut(fired.kind(), branch, transition, flow));
        default -> {}
      }
    }
  }

  private static void task(Event.OfTask event, Transition transition, Flow flow) {
    for (Branch branch : List.copyOf(transition.branches().values())) {
      if (branch.activity() instanceof Activity.Working working
          && working.serial() == event.serial()
          && branch.current() instanceof TaskState state) {
        Guard.run(branch, transition, () -> task(event, state, branch, working, transition, flow));
      }
    }
  }

  private static void task(
      Event.OfTask event,
      TaskState state,
      Branch branch,
      Activity.Working working,
      Transition transition,
      Flow flow) {
    switch (event) {
      case Event.TaskDispatched ignored -> TaskStep.dispatched(state, branch, working, transition);
      case Event.TaskSubmitted submitted ->
          TaskStep.submitted(state, branch, submitted.response(), transition);
      case Event.TaskSucceeded succeeded ->
          TaskStep.succeeded(state, branch, working, succeeded.output(), transition, flow);
      case Event.TaskFailed failed ->
          TaskStep.failed(state, branch, failed.failure(), transition, flow);
      case Event.TaskHeartbeat ignored -> TaskStep.heartbeat(working, transition);
    }
  }

  private static void stop(Event.Stop stop, Transition transition) {
    transition.record(0, "ExecutionAborted", new Details.Failed(stop.error(), stop.cause()));
    transition.end(
        Status.ABORTED, null, stop.error(), stop.cause(), transition.before().branches());
  }

  private static void timeOut(Transition transition) {
    transition.record(0, "ExecutionTimedOut", new Details.Failed("States.Timeout", null));
    transition.end(Status.TIMED_OUT, null, null, null, transition.before().branches());
  }

  /** Takes up every branch that had not ended; those that only held others go on holding them. */
  private static void redrive(Transition transition, Flow flow) {
    Execution before = transition.before();
    transition.branches().putAll(before.resumable());
    transition.record(0, "ExecutionRedriven", new Details.Redriven(before.redriveCount()));
    Set<Integer> parents =
        before.resumable().values().stream().map(Branch::parent).collect(Collectors.toSet());
    for (Branch branch : before.resumable().values()) {
      if (!parents.contains(branch.id())) {
        resume(branch, transition, flow);
      }
    }
  }

  private static void resume(Branch branch, Transition transition, Flow flow) {
    boolean entered = !(branch.activity() instanceof Activity.Entering);
    Branch fresh = transition.put(branch.moved(branch.state(), branch.input()));
    if (entered) {
      Guard.run(fresh, transition, () -> run(fresh, transition, flow));
    } else {
      transition.command(new Command.Proceed(fresh.id()));
    }
  }

  private static Optional<Branch> branch(Transition transition, int id) {
    return Optional.ofNullable(transition.branches().get(id));
  }
}
