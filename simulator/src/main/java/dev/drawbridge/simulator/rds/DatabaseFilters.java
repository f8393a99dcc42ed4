package dev.drawbridge.simulator.rds;

import dev.drawbridge.simulator.operation.Filters;
import dev.drawbridge.simulator.operation.Filters.Condition;
import dev.drawbridge.simulator.operation.Filters.Matching;
import dev.drawbridge.simulator.operation.ServiceError;
import java.util.List;
import software.amazon.awssdk.services.rds.model.Filter;

/** RDS's filters: by exact value. */
final class DatabaseFilters {
  private DatabaseFilters() {}

  static <R> Filters<R> none() {
    return new Filters<>(
        Matching.EXACT,
        name -> ServiceError.client("InvalidParameterValue", "Unrecognized filter name: " + name));
  }

  static List<Condition> read(List<Filter> filters) {
    return filters.stream().map(each -> new Condition(each.name(), each.values())).toList();
  }
}
