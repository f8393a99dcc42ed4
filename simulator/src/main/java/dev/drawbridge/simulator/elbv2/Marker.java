package dev.drawbridge.simulator.elbv2;

import dev.drawbridge.simulator.operation.ServiceError;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * One page of an answer.
 *
 * @param next the marker of the next page; null on the last
 */
record Marker<R>(List<R> rows, @Nullable String next) {
  private static final int LARGEST = 400;

  static <R> Marker<R> page(List<R> all, @Nullable String marker, @Nullable Integer pageSize) {
    int size = pageSize == null ? LARGEST : Math.clamp(pageSize, 1, LARGEST);
    int from = 0;
    if (marker != null) {
      if (!marker.matches("\\d{1,9}")) {
        throw ServiceError.client("ValidationError", "Marker '%s' is not valid".formatted(marker));
      }
      from = Math.min(Integer.parseInt(marker), all.size());
    }
    int to = Math.min(from + size, all.size());
    return new Marker<>(all.subList(from, to), to < all.size() ? String.valueOf(to) : null);
  }

  <S> List<S> shapes(Function<R, S> shape) {
    return rows.stream().map(shape).toList();
  }
}
