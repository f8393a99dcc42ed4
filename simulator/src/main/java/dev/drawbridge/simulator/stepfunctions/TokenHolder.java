package dev.drawbridge.simulator.stepfunctions;

import dev.drawbridge.engine.step.Activity;

/** The task that a token belongs to. */
record TokenHolder(Run run, long serial) {
  /** Whether the task still waits. */
  boolean waiting() {
    return run.execution().branches().values().stream()
        .anyMatch(
            branch ->
                branch.activity() instanceof Activity.Working working
                    && working.serial() == serial);
  }
}
