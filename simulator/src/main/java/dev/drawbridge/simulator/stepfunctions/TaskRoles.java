package dev.drawbridge.simulator.stepfunctions;

import dev.drawbridge.engine.task.TaskRequest;
import dev.drawbridge.simulator.call.Caller;
import org.jspecify.annotations.Nullable;

/** Judges what a task does with the role of its state machine. */
@FunctionalInterface
public interface TaskRoles {
  /** Why the role may not, in AWS's words; null if it may. */
  @Nullable String whyNot(Caller role, TaskRequest request);
}
