package dev.drawbridge.simulator.stepfunctions;

import dev.drawbridge.engine.history.HistoryEntry;
import dev.drawbridge.engine.history.HistoryJson;
import dev.drawbridge.simulator.wire.JsonReader;
import software.amazon.awssdk.services.sfn.model.HistoryEvent;

/** The engine's events as the API's model has them. */
final class HistoryEvents {
  private HistoryEvents() {}

  static HistoryEvent of(HistoryEntry entry) {
    return (HistoryEvent) JsonReader.read(HistoryEvent.builder(), HistoryJson.of(entry));
  }
}
