package dev.drawbridge.simulator.elbv2;

import dev.drawbridge.simulator.operation.Page;
import dev.drawbridge.simulator.operation.Pager;
import dev.drawbridge.simulator.operation.ServiceError;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The pages of Elastic Load Balancing: {@code PageSize} from 1 to 400 (API model). */
final class Pages {
  private static final int MOST = 400;

  private static final Pager PAGER =
      new Pager(
          Pages::size,
          token ->
              ServiceError.client("ValidationError", "Marker '%s' is not valid".formatted(token)));

  private Pages() {}

  static <R> Page<R> of(List<R> all, @Nullable String marker, @Nullable Integer pageSize) {
    return PAGER.page(all, pageSize, marker);
  }

  private static int size(@Nullable Integer pageSize) {
    return pageSize == null ? MOST : Math.clamp(pageSize, 1, MOST);
  }
}
