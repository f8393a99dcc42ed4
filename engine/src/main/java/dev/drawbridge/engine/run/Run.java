package dev.drawbridge.engine.run;

import dev.drawbridge.engine.error.Refusal;
import dev.drawbridge.engine.history.HistoryEntry;
import dev.drawbridge.engine.redrive.Redrivability;
import dev.drawbridge.engine.step.Command;
import dev.drawbridge.engine.step.Event;
import dev.drawbridge.engine.step.Execution;
import dev.drawbridge.engine.step.Outcome;
import dev.drawbridge.engine.step.Status;
import dev.drawbridge.engine.step.Stepper;
import dev.drawbridge.engine.step.Surroundings;
import dev.drawbridge.engine.task.TaskRequest;
import dev.drawbridge.engine.time.Timer;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Deque;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** One execution in the world: it steps at events and does what the steps command. */
public final class Run {
  private final World world;
  private final Timers timers;
  private final List<HistoryEntry> history = new ArrayList<>();
  private final List<Runnable> atEnd = new ArrayList<>();
  private final Deque<Event> waiting = new ArrayDeque<>();
  private Execution execution;
  private @Nullable Timer deadline;

  Run(Execution execution, World world) {
    this.execution = execution;
    this.world = world;
    this.timers = new Timers(world.scheduler());
  }

  /** How the execution stands. */
  public Execution execution() {
    return execution;
  }

  /** The history so far, oldest first. */
  public List<HistoryEntry> history() {
    return Collections.unmodifiableList(history);
  }

  /** Runs {@code listener} once the execution has ended; at once if it has. */
  public void whenEnded(Runnable listener) {
    if (execution.status() == Status.RUNNING) {
      atEnd.add(listener);
    } else {
      listener.run();
    }
  }

  /** Begins the execution. */
  public void begin() {
    armDeadline();
    apply(new Event.Begin());
  }

  /** Stops the execution; one that has ended stays as it is. */
  public void stop(@Nullable String error, @Nullable String cause) {
    apply(new Event.Stop(error, cause));
  }

  /** Why the execution cannot be redriven now, in AWS's words; null if it can. */
  public @Nullable String notRedrivable() {
    return new Redrivability(world.settings().redriveWindow())
        .refusal(execution, world.scheduler().now());
  }

  /**
   * Takes a failed, stopped or timed-out execution up where it ended.
   *
   * @throws Refusal {@code ExecutionNotRedrivable}
   */
  public void redrive() {
    String reason = notRedrivable();
    if (reason != null) {
      throw new Refusal(Refusal.Reason.NOT_REDRIVABLE, reason);
    }
    armDeadline();
    apply(new Event.Redrive());
  }

  /**
   * Applies an event, and does what follows from it. A service that answers at once does so while
   * the event that called it is still being applied: its answer comes next.
   */
  private void apply(Event event) {
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
        new Surroundings(world.scheduler().now(), world.scheduler().random());
    Status before = execution.status();
    Outcome outcome = Stepper.step(execution, event, surroundings);
    execution = outcome.execution();
    history.addAll(outcome.history());
    outcome.history().forEach(entry -> world.listener().recorded(execution, entry));
    outcome.commands().forEach(this::perform);
    if (execution.status() != before || event instanceof Event.Begin) {
      world.listener().statusChanged(execution);
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
        seconds == null ? world.settings().longestExecution() : Duration.ofSeconds(seconds);
    deadline = world.scheduler().after(longest, () -> apply(new Event.TimeOut()));
  }

  private void perform(Command command) {
    RunSettings settings = world.settings();
    switch (command) {
      case Command.Proceed proceed ->
          later(settings.transition(), new Event.Proceed(proceed.branch()));
      case Command.Dispatch dispatch ->
          later(settings.taskStart(), new Event.TaskDispatched(dispatch.serial()));
      case Command.FailBranch failed ->
          later(settings.branchFailure(), new Event.BranchFailed(failed.branch()));
      case Command.StartTimer start ->
          timers.start(
              start.serial(),
              start.kind(),
              settings.timer(start),
              () -> apply(new Event.TimerFired(start.serial(), start.kind())));
      case Command.Release release -> timers.release(release.serial());
      case Command.Invoke invoke -> invoke(invoke.request());
    }
  }

  private void later(Duration delay, Event event) {
    world.scheduler().after(delay, () -> apply(event));
  }

  private void invoke(TaskRequest request) {
    if (request.token() != null) {
      long serial = request.serial();
      TokenHolder holder = new TokenHolder(serial, () -> execution.worksAt(serial), this::apply);
      world.tokens().issue(request.token(), holder);
    }
    world.tasks().start(request, new Completion(request, this::apply));
  }
}
