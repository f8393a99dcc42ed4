package dev.drawbridge.simulator.rds;

import dev.drawbridge.simulator.call.Caller;
import dev.drawbridge.simulator.operation.Operation;
import software.amazon.awssdk.services.rds.model.DescribeEventCategoriesRequest;
import software.amazon.awssdk.services.rds.model.DescribeEventCategoriesResponse;
import software.amazon.awssdk.services.rds.model.EventCategoriesMap;

/** Lists the categories of events by kind of source. */
record DescribeEventCategories()
    implements Operation<DescribeEventCategoriesRequest, DescribeEventCategoriesResponse> {
  @Override
  public DescribeEventCategoriesResponse handle(
      DescribeEventCategoriesRequest request, Caller caller) {
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
