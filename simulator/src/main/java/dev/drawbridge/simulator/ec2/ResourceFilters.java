package dev.drawbridge.simulator.ec2;

import dev.drawbridge.simulator.operation.Filters;
import dev.drawbridge.simulator.operation.Filters.Condition;
import dev.drawbridge.simulator.operation.Filters.Matching;
import dev.drawbridge.simulator.operation.ServiceError;
import java.util.List;
import software.amazon.awssdk.services.ec2.model.Filter;

/** EC2's filters: with wildcards, and on the tags of every resource. */
final class ResourceFilters {
  private static final int MOST_VALUES = 200;

  private ResourceFilters() {}

  /** The filters that every resource has. */
  static <R extends Row> Filters<R> over(Tags tags) {
    return new Filters<R>(
            Matching.WILDCARDS,
            name ->
                ServiceError.client(
                    "InvalidParameterValue", "The filter '%s' is invalid".formatted(name)))
        .onAny("tag-key", row -> tags.of(row.id()).keySet())
        .onEach(
            "tag:",
            (row, key) -> {
              String value = tags.of(row.id()).get(key);
              return value == null ? List.of() : List.of(value);
            });
  }

  /**
   * Reads the filters of a request.
   *
   * @throws ServiceError FilterLimitExceeded for more than 200 values (EC2 API Reference, Filter)
   */
  static List<Condition> read(List<Filter> filters) {
    if (filters.stream().mapToInt(each -> each.values().size()).sum() > MOST_VALUES) {
      throw ServiceError.client(
          "FilterLimitExceeded",
          "The maximum number of filter values specified on a single call is " + MOST_VALUES);
    }
    return filters.stream().map(each -> new Condition(each.name(), each.values())).toList();
  }
}
