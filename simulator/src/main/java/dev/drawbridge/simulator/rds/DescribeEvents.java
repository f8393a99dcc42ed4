package dev.drawbridge.simulator.rds;

import dev.drawbridge.simulator.call.Caller;
import dev.drawbridge.simulator.operation.Operation;
import dev.drawbridge.simulator.operation.Page;
import dev.drawbridge.simulator.operation.ServiceError;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import software.amazon.awssdk.services.rds.model.DescribeEventsRequest;
import software.amazon.awssdk.services.rds.model.DescribeEventsResponse;
import software.amazon.awssdk.services.rds.model.Event;

/** Lists what has happened; by default in the last hour (API model, Duration). */
record DescribeEvents(RdsEvents events, InstantSource clock)
    implements Operation<DescribeEventsRequest, DescribeEventsResponse> {
  private static final int DEFAULT_MINUTES = 60;

  /** Events are kept for fourteen days (API Reference, DescribeEvents). */
  private static final int MOST_MINUTES = 20_160;

  @Override
  public DescribeEventsResponse handle(DescribeEventsRequest request, Caller caller) {
    check(request);
    Instant end = Optional.ofNullable(request.endTime()).orElse(clock.instant());
    int minutes = Optional.ofNullable(request.duration()).orElse(DEFAULT_MINUTES);
    Instant start =
        Optional.ofNullable(request.startTime()).orElse(end.minus(Duration.ofMinutes(minutes)));
    List<RdsEvent> wanted =
        events.kept(caller).stream()
            .filter(e -> !e.at().isBefore(start) && !e.at().isAfter(end))
            .filter(e -> about(request, e))
            .filter(
                e ->
                    request.eventCategories().isEmpty()
                        || e.categories().stream().anyMatch(request.eventCategories()::contains))
            .toList();
    Page<RdsEvent> page = Pages.of(wanted, request.marker(), request.maxRecords());
    return DescribeEventsResponse.builder()
        .events(page.shapes(DescribeEvents::view))
        .marker(page.next())
        .build();
  }

  /** What the API Reference says beyond the model; the wording is UNCONFIRMED. */
  private static void check(DescribeEventsRequest request) {
    if (request.sourceIdentifier() != null && request.sourceType() == null) {
      throw ServiceError.client(
          "InvalidParameterCombination",
          "If SourceIdentifier is supplied, SourceType must also be provided.");
    }
    Integer minutes = request.duration();
    if (minutes != null && (minutes < 1 || minutes > MOST_MINUTES)) {
      throw ServiceError.client(
          "InvalidParameterValue",
          "Invalid value %d for Duration. Must be between 1 and %d"
              .formatted(minutes, MOST_MINUTES));
    }
    boolean backwards =
        request.startTime() != null
            && request.endTime() != null
            && request.startTime().isAfter(request.endTime());
    if (backwards) {
      throw ServiceError.client(
          "InvalidParameterCombination", "StartTime must be earlier than EndTime.");
    }
  }

  private static boolean about(DescribeEventsRequest request, RdsEvent event) {
    String source = request.sourceIdentifier();
    String type = request.sourceTypeAsString();
    return (source == null || source.equals(event.source().name()))
        && (type == null || type.equals(event.kind().apiName));
  }

  private static Event view(RdsEvent event) {
    return Event.builder()
        .sourceIdentifier(event.source().name())
        .sourceType(event.kind().apiName)
        .sourceArn(event.arn())
        .message(event.message())
        .eventCategories(event.categories())
        .date(event.at())
        .build();
  }
}
