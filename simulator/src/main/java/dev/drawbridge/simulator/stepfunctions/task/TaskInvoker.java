package dev.drawbridge.simulator.stepfunctions.task;

import dev.drawbridge.engine.task.TaskCompletion;
import dev.drawbridge.engine.task.TaskRequest;
import dev.drawbridge.simulator.call.Caller;

/** Calls one service for Task states. */
@FunctionalInterface
public interface TaskInvoker {
  /**
   * Starts the task and returns at once; {@code completion} brings the answer.
   *
   * @param caller account and region of the execution, and the role that it runs with
   */
  void invoke(TaskRequest request, Caller caller, TaskCompletion completion);
}
