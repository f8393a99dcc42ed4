package dev.drawbridge.engine.step;

import dev.drawbridge.engine.path.Payload;
import org.jspecify.annotations.Nullable;

/** What can happen to an execution. */
public sealed interface Event {
  /** It begins. */
  record Begin() implements Event {}

  /** A branch goes on to its next state. */
  record Proceed(int branch) implements Event {}

  /** A timer has run out. */
  record TimerFired(long serial, Command.TimerKind kind) implements Event {}

  /** What can happen to a task; an event for a serial that no branch works at changes nothing. */
  sealed interface OfTask extends Event {
    /** Which attempt of the execution. */
    long serial();
  }

  /** A scheduled task starts. */
  record TaskDispatched(long serial) implements OfTask {}

  /** The called service has taken a job or a message; its end is still to come. */
  record TaskSubmitted(long serial, Payload response) implements OfTask {}

  /** A task has succeeded. */
  record TaskSucceeded(long serial, Payload output) implements OfTask {}

  /** A task has failed. */
  record TaskFailed(long serial, Failure failure) implements OfTask {}

  /** A task is alive. */
  record TaskHeartbeat(long serial) implements OfTask {}

  /** A Parallel or Map state takes notice that one of its branches has failed. */
  record BranchFailed(int branch) implements Event {}

  /** StopExecution. */
  record Stop(@Nullable String error, @Nullable String cause) implements Event {}

  /** The execution's own TimeoutSeconds are over. */
  record TimeOut() implements Event {}

  /** RedriveExecution. */
  record Redrive() implements Event {}
}
