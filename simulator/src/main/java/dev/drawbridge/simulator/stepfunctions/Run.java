package dev.drawbridge.simulator.stepfunctions;

import dev.drawbridge.engine.history.HistoryEntry;
import dev.drawbridge.engine.path.Payload;
import dev.drawbridge.engine.step.Command;
import dev.drawbridge.engine.step.Event;
import dev.drawbridge.engine.step.Execution;
import dev.drawbridge.engine.step.Failure;
import dev.drawbridge.engine.step.Outcome;
import dev.drawbridge.engine.step.Status;
import dev.drawbridge.engine.step.Stepper;
import dev.drawbridge.engine.step.Surroundings;
import dev.drawbridge.engine.task.Integration;
import dev.drawbridge.engine.task.TaskCompletion;
import dev.drawbridge.engine.task.TaskRequest;
import dev.drawbridge.engine.time.Timer;
import dev.drawbridge.simulator.call.Caller;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** One execution in the world: it steps at events and does what the steps command. */
final class Run {
  private final Caller caller;
  private final Qualifier qualifier;
  private final Executions executions;
  private final List<HistoryEntry> history = new ArrayList<>();
  private final Map<TimerKey, Timer> timers = new HashMap<>();
  private final List<Runnable> atEnd = new ArrayList<>();
  private final Deque<Event> waiting = new ArrayDeque<>();
  private Execution execution;
  private @Nullable Timer deadline;

  /** By which ARN the execution was started. */
  record Qualifier(@Nullable String versionArn, @Nullable String aliasArn) {}

  private record TimerKey(long serial, Command.TimerKind kind) {}

  Run(Caller caller, Qualifier qualifier, Execution execution, Executions executions) {
    this.caller = caller;
    this.qualifier = qualifier;
    this.execution = execution;
    this.executions = executions;
  }

  Caller caller() {
    return caller;
  }

  Qualifier qualifier() {
    return qualifier;
  }

  Execution execution() {
    return execution;
  }

  List<HistoryEntry> history() {
    return history;
  }

  /** Runs {@code listener} once the execution has ended. */
  void atEnd(Runnable listener) {
    atEnd.add(listener);
  }

  void begin() {
    armDeadline();
    apply(new Event.Begin());
  }

  void redrive() {
    armDeadline();
    apply(new Event.Redrive());
  }

  /**
   * Applies an event, and does what follows from it. A service that answers at once does so while
   * the event that called it is still being applied: its answer comes next.
   */
  void apply(Event event) {
    waiting.add(event);
    if (waiting.size() > 1) {
      return;
    }
    while (!waiting.isEmpty()) {
      applyNow(waiting.getFirst());
      waiting.removeFirst();
    }
  }

  private void applyNow(Event event) {
    Surroundings surroundings =
        new Surroundings(executions.scheduler().now(), executions.scheduler().random());
    Status before = execution.status();
    Outcome outcome = Stepper.step(execution, event, surroundings);
    execution = outcome.execution();
    history.addAll(outcome.history());
    outcome.history().forEach(recorded -> executions.observe(this, recorded));
    outcome.commands().forEach(this::perform);
    if (execution.status() != before || event instanceof Event.Begin) {
      executions.statusChanged(this);
    }
    if (execution.status() != Status.RUNNING) {
      ended();
    }
  }

  private void ended() {
    if (deadline != null) {
      deadline.cancel();
    }
    List<Runnable> listeners = List.copyOf(atEnd);
    atEnd.clear();
    listeners.forEach(Runnable::run);
  }

  private void armDeadline() {
    Long seconds = execution.workflow().timeoutSeconds();
    Duration longest =
        seconds == null ? executions.settings().longestExecution() : Duration.ofSeconds(seconds);
    deadline = executions.scheduler().after(longest, () -> apply(new Event.TimeOut()));
  }

  private void perform(Command command) {
    StepFunctionsSettings settings = executions.settings();
    switch (command) {
      case Command.Proceed proceed ->
          later(settings.transition(), new Event.Proceed(proceed.branch()));
      case Command.Dispatch dispatch ->
          later(settings.taskStart(), new Event.TaskDispatched(dispatch.serial()));
      case Command.FailBranch failed ->
          later(settings.branchFailure(), new Event.BranchFailed(failed.branch()));
      case Command.StartTimer start -> startTimer(start);
      case Command.Release release -> release(release.serial());
      case Command.Invoke invoke -> invoke(invoke.request());
    }
  }

  private void startTimer(Command.StartTimer start) {
    TimerKey key = new TimerKey(start.serial(), start.kind());
    Timer earlier =
        timers.put(
            key,
            executions
                .scheduler()
                .after(
                    executions.settings().timer(start),
                    () -> {
                      timers.remove(key);
                      apply(new Event.TimerFired(key.serial(), key.kind()));
                    }));
    if (earlier != null) {
      earlier.cancel();
    }
  }

  private void release(long serial) {
    timers
        .entrySet()
        .removeIf(
            entry -> {
              boolean mine = entry.getKey().serial() == serial;
              if (mine) {
                entry.getValue().cancel();
              }
              return mine;
            });
  }

  private void invoke(TaskRequest request) {
    if (request.token() != null) {
      executions.tokens().put(request.token(), new TokenHolder(this, request.serial()));
    }
    executions.invokers().of(request.integration()).invoke(request, caller, completion(request));
  }

  private TaskCompletion completion(TaskRequest request) {
    long serial = request.serial();
    boolean waits =
        request.integration() instanceof Integration.Service service
            && service.pattern() == Integration.Pattern.WAIT_FOR_TASK_TOKEN;
    return new TaskCompletion() {
      @Override
      public void submitted(Payload response) {
        apply(new Event.TaskSubmitted(serial, response));
      }

      @Override
      public void succeeded(Payload output) {
        apply(
            waits
                ? new Event.TaskSubmitted(serial, output)
                : new Event.TaskSucceeded(serial, output));
      }

      @Override
      public void failed(@Nullable String error, @Nullable String cause) {
        apply(new Event.TaskFailed(serial, Failure.of(error, cause)));
      }
    };
  }

  private void later(Duration delay, Event event) {
    executions.scheduler().after(delay, () -> apply(event));
  }
}
