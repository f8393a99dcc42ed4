package dev.drawbridge.engine.history;

import dev.drawbridge.engine.task.Integration;
import org.jspecify.annotations.Nullable;

/** What an event says besides its type; JSON stands as its text. */
public sealed interface Details {
  /** Nothing more. */
  record None() implements Details {}

  /** The execution has begun. */
  record Started(String input, String roleArn) implements Details {}

  /** An execution or a function has given its output. */
  record Succeeded(String output) implements Details {}

  /** An execution or a function has failed, was stopped or ran out of time. */
  record Failed(@Nullable String error, @Nullable String cause) implements Details {}

  /** The execution was taken up again, for the {@code count}th time. */
  record Redriven(int count) implements Details {}

  /** A state was entered. */
  record Entered(String state, String input) implements Details {}

  /** A state was left. */
  record Exited(String state, String output) implements Details {}

  /** A Map state has begun with so many items. */
  record MapStarted(int length) implements Details {}

  /** What became of one iteration of a Map state. */
  record Iteration(String state, int index) implements Details {}

  /** A function that is named by its own ARN is to be called; seconds of its time-out. */
  record FunctionScheduled(String resource, String input, @Nullable Long timeout)
      implements Details {}

  /** A service is to be called; seconds of its time-out and heartbeat. */
  record TaskScheduled(
      Integration.Service service,
      String region,
      String parameters,
      @Nullable Long timeout,
      @Nullable Long heartbeat)
      implements Details {}

  /** A service was called. */
  record TaskStarted(Integration.Service service) implements Details {}

  /** A service has taken a job or a message, or has given its answer. */
  record TaskAnswered(Integration.Service service, String output) implements Details {}

  /** A service has refused, or did not answer in time. */
  record TaskFailed(Integration.Service service, @Nullable String error, @Nullable String cause)
      implements Details {}
}
