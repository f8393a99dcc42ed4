package dev.drawbridge.simulator.events;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.drawbridge.simulator.call.Caller;
import dev.drawbridge.simulator.operation.Operation;
import dev.drawbridge.simulator.operation.ServiceError;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import software.amazon.awssdk.services.eventbridge.model.PutEventsRequest;
import software.amazon.awssdk.services.eventbridge.model.PutEventsRequestEntry;
import software.amazon.awssdk.services.eventbridge.model.PutEventsResponse;
import software.amazon.awssdk.services.eventbridge.model.PutEventsResultEntry;

/** Puts events on the bus; each entry succeeds or fails by itself, inside an answer of 200. */
record PutEvents(EventBus bus, Envelopes envelopes, EventSettings settings)
    implements Operation<PutEventsRequest, PutEventsResponse> {

  @Override
  public PutEventsResponse handle(PutEventsRequest request, Caller caller) {
    if (request.entries().isEmpty() || request.entries().size() > settings.entriesOfCall()) {
      throw ServiceError.client(
          "ValidationException",
          "1 validation error detected: Value at 'entries' failed to satisfy constraint: Member"
              + " must have length between 1 and "
              + settings.entriesOfCall());
    }
    List<PutEventsResultEntry> results =
        request.entries().stream().map(entry -> put(entry, caller)).toList();
    long failed = results.stream().filter(r -> r.errorCode() != null).count();
    return PutEventsResponse.builder().entries(results).failedEntryCount((int) failed).build();
  }

  private PutEventsResultEntry put(PutEventsRequestEntry entry, Caller caller) {
    Rules.checkBus(entry.eventBusName());
    if (entry.source() == null || entry.detailType() == null || entry.detail() == null) {
      return failed(
          "InvalidArgument", "Parameters Source, DetailType and Detail must all be specified.");
    }
    if (entry.source().startsWith("aws.") && !settings.acceptsAwsSources()) {
      return failed("NotAuthorizedForSourceException", "Not authorized for the source.");
    }
    Optional<JsonNode> detail = Envelopes.detail(entry.detail());
    if (detail.isEmpty()) {
      return failed("MalformedDetail", "Detail is malformed.");
    }
    Instant time = Optional.ofNullable(entry.time()).orElse(envelopes.scheduler().now());
    ObjectNode event =
        envelopes.event(
            caller, entry.source(), entry.detailType(), time, entry.resources(), detail.get());
    bus.put(caller.account(), caller.region(), event.toString());
    return PutEventsResultEntry.builder().eventId(event.path("id").asText()).build();
  }

  private static PutEventsResultEntry failed(String code, String message) {
    return PutEventsResultEntry.builder().errorCode(code).errorMessage(message).build();
  }
}
