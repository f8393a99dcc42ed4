package dev.drawbridge.simulator.rds;

import dev.drawbridge.simulator.operation.ServiceError;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One page of an answer, in RDS's way: {@code MaxRecords} from 20 to 100, 100 by default (API
 * model).
 *
 * @param items the page
 * @param marker where the next begins; null at the end
 */
record Page<T>(List<T> items, @Nullable String marker) {
  private static final int LEAST = 20;
  private static final int MOST = 100;

  static <T> Page<T> of(List<T> all, @Nullable String marker, @Nullable Integer maxRecords) {
    int size = maxRecords == null ? MOST : maxRecords;
    if (size < LEAST || size > MOST) {
      throw ServiceError.client(
          "InvalidParameterValue",
          "Invalid value %d for MaxRecords. Must be between %d and %d"
              .formatted(size, LEAST, MOST));
    }
    int from = marker == null ? 0 : start(marker, all.size());
    int to = Math.min(all.size(), from + size);
    return new Page<>(all.subList(from, to), to < all.size() ? "from-" + to : null);
  }

  private static int start(String marker, int size) {
    if (!marker.matches("from-\\d{1,9}")) {
      throw ServiceError.client("InvalidParameterValue", "Invalid Marker: " + marker);
    }
    return Math.min(size, Integer.parseInt(marker.substring("from-".length())));
  }
}
