package dev.drawbridge.simulator.events;

import dev.drawbridge.simulator.operation.Page;
import dev.drawbridge.simulator.operation.Pager;
import dev.drawbridge.simulator.operation.ServiceError;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** EventBridge's pages: {@code Limit} from 1 to 100, 100 by default (API model). */
final class Pages {
  private static final int MOST = 100;
  private static final Pager PAGER =
      new Pager(
          limit -> limit == null ? MOST : limit,
          token ->
              ServiceError.client(
                  "ValidationException", "Parameter NextToken is not valid: " + token));

  private Pages() {}

  static <R> Page<R> of(List<R> all, @Nullable Integer limit, @Nullable String token) {
    return PAGER.page(all, limit, token);
  }
}
