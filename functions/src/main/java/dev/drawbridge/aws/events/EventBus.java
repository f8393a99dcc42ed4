package dev.drawbridge.aws.events;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import dev.drawbridge.aws.Clients;
import dev.drawbridge.model.AuditRecord;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import software.amazon.awssdk.services.eventbridge.EventBridgeClient;
import software.amazon.awssdk.services.eventbridge.model.PutEventsRequestEntry;
import software.amazon.awssdk.services.eventbridge.model.PutEventsResultEntry;

/** The account's default bus, where our events have the source {@code drawbridge}. */
public final class EventBus {
  /** AWS takes ten entries a call ("PutEvents", Amazon EventBridge API Reference). */
  public static final int MOST = 10;

  private static final String SOURCE = "drawbridge";
  private static final String DETAIL_TYPE = "Drawbridge Record";

  private static final ObjectMapper JSON =
      JsonMapper.builder()
          .addModule(new JavaTimeModule())
          .disable(SerializationFeature.WRITE_DATES_AS_TIMESTAMPS)
          .defaultPropertyInclusion(
              JsonInclude.Value.construct(
                  JsonInclude.Include.NON_NULL, JsonInclude.Include.NON_NULL))
          .build();

  private final EventBridgeClient client;

  public EventBus(Clients clients) {
    this.client = clients.eventBridge();
  }

  /**
   * Puts an event for each.
   *
   * @return for each in turn why the bus did not take it, or nothing if it did: an answer of 200
   *     can refuse some
   */
  public List<Optional<String>> put(List<AuditRecord> records) {
    List<PutEventsResultEntry> results =
        client.putEvents(r -> r.entries(records.stream().map(EventBus::entry).toList())).entries();
    List<Optional<String>> refusals = new ArrayList<>();
    for (PutEventsResultEntry result : results) {
      refusals.add(
          Optional.ofNullable(result.errorCode()).map(code -> code + ": " + result.errorMessage()));
    }
    return refusals;
  }

  private static PutEventsRequestEntry entry(AuditRecord entry) {
    return PutEventsRequestEntry.builder()
        .source(SOURCE)
        .detailType(DETAIL_TYPE)
        .time(entry.at())
        .resources(entry.databaseArn())
        .detail(json(entry))
        .build();
  }

  private static String json(AuditRecord entry) {
    try {
      return JSON.writeValueAsString(entry);
    } catch (JsonProcessingException defect) {
      throw new IllegalStateException("cannot write " + entry, defect);
    }
  }
}
