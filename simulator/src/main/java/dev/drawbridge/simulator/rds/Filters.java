package dev.drawbridge.simulator.rds;

import dev.drawbridge.simulator.operation.ServiceError;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import software.amazon.awssdk.services.rds.model.Filter;

/**
 * The filters of a Describe call: all must match, each by any of its values.
 *
 * @param readers what each filter's name reads from a record
 */
record Filters<T>(Map<String, Function<T, Set<String>>> readers) {

  List<T> apply(Collection<T> all, List<Filter> filters) {
    filters.forEach(this::check);
    return all.stream().filter(item -> filters.stream().allMatch(f -> matches(item, f))).toList();
  }

  private void check(Filter filter) {
    if (!readers.containsKey(filter.name())) {
      throw ServiceError.client(
          "InvalidParameterValue", "Unrecognized filter name: " + filter.name());
    }
  }

  private boolean matches(T item, Filter filter) {
    Function<T, Set<String>> reader = readers.get(filter.name());
    return reader != null && filter.values().stream().anyMatch(reader.apply(item)::contains);
  }
}
