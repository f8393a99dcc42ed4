package dev.drawbridge.engine.step;

import dev.drawbridge.engine.task.TaskRequest;
import java.time.Duration;

/** What the world is to do, as the outcome of a step. */
public sealed interface Command {
  /** What a timer is for. */
  enum TimerKind {
    /** A Wait state. */
    WAIT,
    /** The pause before a retry. */
    RETRY,
    /** A task's TimeoutSeconds. */
    TIMEOUT,
    /** A task's HeartbeatSeconds. */
    HEARTBEAT
  }

  /** Send {@link Event.Proceed} after the time that a transition takes. */
  record Proceed(int branch) implements Command {}

  /** Send {@link Event.TaskDispatched}. */
  record Dispatch(long serial) implements Command {}

  /** Call the service. */
  record Invoke(TaskRequest request) implements Command {}

  /** Send {@link Event.TimerFired} after that time; an earlier timer of the same key is void. */
  record StartTimer(long serial, TimerKind kind, Duration delay) implements Command {}

  /** Call off the timers and the task of that serial. */
  record Release(long serial) implements Command {}

  /** Send {@link Event.BranchFailed}. */
  record FailBranch(int branch) implements Command {}
}
