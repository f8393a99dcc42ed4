package dev.drawbridge.refresh;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Input of TriggerRefresh: a batch of messages of SQS as Lambda hands it over, or one event of
 * EventBridge by itself, as an earlier release was invoked and as people may.
 *
 * @param messages null for one event
 */
public record QueuedEvents(
    @JsonProperty("Records") @Nullable List<Message> messages,
    @Nullable String id,
    @JsonProperty("detail-type") @Nullable String detailType,
    DatabaseEvent.@Nullable Detail detail) {

  /**
   * One message.
   *
   * @param body the event, as JSON
   */
  public record Message(String messageId, String body) {}

  DatabaseEvent event() {
    return new DatabaseEvent(id, detailType, detail);
  }
}
