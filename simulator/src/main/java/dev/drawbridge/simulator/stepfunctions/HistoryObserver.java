package dev.drawbridge.simulator.stepfunctions;

import software.amazon.awssdk.services.sfn.model.HistoryEvent;

/** Sees every event of every execution as it is recorded. */
@FunctionalInterface
public interface HistoryObserver {
  /** Called within the world. */
  void recorded(String executionArn, HistoryEvent event);
}
