package dev.drawbridge.simulator.rds;

import dev.drawbridge.simulator.call.Caller;
import dev.drawbridge.simulator.operation.Operation;
import dev.drawbridge.simulator.operation.ServiceError;
import software.amazon.awssdk.services.rds.model.DescribeEventCategoriesRequest;
import software.amazon.awssdk.services.rds.model.DescribeEventCategoriesResponse;
import software.amazon.awssdk.services.rds.model.EventCategoriesMap;

/** Lists the categories of events by kind of source. */
record DescribeEventCategories()
    implements Operation<DescribeEventCategoriesRequest, DescribeEventCategoriesResponse> {
  @Override
  public DescribeEventCategoriesResponse handle(
      DescribeEventCategoriesRequest request, Caller caller) {
    String type = request.sourceType();
    if (type != null && !EventCategories.SOURCES.contains(type)) {
      throw ServiceError.client(
          "InvalidParameterValue", "Invalid value %s for SourceType".formatted(type));
    }
    return DescribeEventCategoriesResponse.builder()
        .eventCategoriesMapList(
            EventCategories.BY_SOURCE.entrySet().stream()
                .filter(
                    entry ->
                        request.sourceType() == null || request.sourceType().equals(entry.getKey()))
                .map(
                    entry ->
                        EventCategoriesMap.builder()
                            .sourceType(entry.getKey())
                            .eventCategories(entry.getValue())
                            .build())
                .toList())
        .build();
  }
}
