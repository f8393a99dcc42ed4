package dev.drawbridge.engine.run;

import dev.drawbridge.engine.history.HistoryEntry;
import dev.drawbridge.engine.step.Execution;

/** Hears what becomes of executions; called within the world, after the change. */
public interface RunListener {
  /** The execution has begun, ended, or was taken up again. */
  default void statusChanged(Execution execution) {}

  /** The execution's history has one more event. */
  default void recorded(Execution execution, HistoryEntry entry) {}
}
