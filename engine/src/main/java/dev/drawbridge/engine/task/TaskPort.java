package dev.drawbridge.engine.task;

/** The way out of the engine: whatever Task states call is behind it. */
@FunctionalInterface
public interface TaskPort {
  /** Starts a task and returns; {@code completion} brings the answer, at once or later. */
  void start(TaskRequest request, TaskCompletion completion);
}
