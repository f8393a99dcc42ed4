package dev.drawbridge.simulator.rds;

import dev.drawbridge.simulator.operation.Page;
import dev.drawbridge.simulator.operation.Pager;
import dev.drawbridge.simulator.operation.ServiceError;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** RDS's pages: {@code MaxRecords} from 20 to 100, 100 by default (API model). */
final class Pages {
  private static final int LEAST = 20;
  private static final int MOST = 100;

  private static final Pager PAGER =
      new Pager(
          Pages::size,
          token -> ServiceError.client("InvalidParameterValue", "Invalid Marker: " + token));

  private Pages() {}

  static <R> Page<R> of(List<R> all, @Nullable String marker, @Nullable Integer maxRecords) {
    return PAGER.page(all, maxRecords, marker);
  }

  private static int size(@Nullable Integer maxRecords) {
    int size = maxRecords == null ? MOST : maxRecords;
    if (size < LEAST || size > MOST) {
      throw ServiceError.client(
          "InvalidParameterValue",
          "Invalid value %d for MaxRecords. Must be between %d and %d"
              .formatted(size, LEAST, MOST));
    }
    return size;
  }
}
