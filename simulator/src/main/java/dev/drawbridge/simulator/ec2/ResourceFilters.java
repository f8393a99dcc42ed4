package dev.drawbridge.simulator.ec2;

import dev.drawbridge.simulator.operation.Filters;
import dev.drawbridge.simulator.operation.Filters.Condition;
import dev.drawbridge.simulator.operation.Filters.Matching;
import dev.drawbridge.simulator.operation.ServiceError;
import java.util.List;
import software.amazon.awssdk.services.ec2.model.Filter;

/** EC2's filters: with wildcards, and on the tags of every resource. */
final class ResourceFilters {
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

  static List<Condition> read(List<Filter> filters) {
    return filters.stream().map(each -> new Condition(each.name(), each.values())).toList();
  }
}
