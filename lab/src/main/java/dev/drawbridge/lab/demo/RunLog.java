package dev.drawbridge.lab.demo;

import dev.drawbridge.lab.demo.Timeline.Tone;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import software.amazon.awssdk.services.sfn.model.HistoryEvent;
import software.amazon.awssdk.services.sfn.model.HistoryEventType;

/** Writes down which states the runs of refresh-targets enter, a lane each. */
final class RunLog {
  private static final Set<HistoryEventType> ENDS =
      Set.of(
          HistoryEventType.EXECUTION_SUCCEEDED,
          HistoryEventType.EXECUTION_FAILED,
          HistoryEventType.EXECUTION_TIMED_OUT,
          HistoryEventType.EXECUTION_ABORTED);

  private final List<String> runs = new ArrayList<>();
  private final Timeline timeline;

  RunLog(Timeline timeline) {
    this.timeline = timeline;
  }

  /** Called within the world. */
  void recorded(String executionArn, HistoryEvent event) {
    if (!executionArn.contains(":refresh-targets:")) {
      return;
    }
    if (!runs.contains(executionArn)) {
      runs.add(executionArn);
    }
    String lane = Lanes.run(runs.indexOf(executionArn) + 1);
    if (event.stateEnteredEventDetails() != null) {
      timeline.turn(lane, event.stateEnteredEventDetails().name(), Tone.WAITING, event.timestamp());
    } else if (ENDS.contains(event.type())) {
      timeline.end(lane, event.timestamp());
    }
  }
}
