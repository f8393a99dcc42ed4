package dev.drawbridge.simulator.sns;

import dev.drawbridge.simulator.operation.Page;
import dev.drawbridge.simulator.operation.Pager;
import dev.drawbridge.simulator.operation.ServiceError;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** SNS's pages: a hundred rows, whatever is asked (API Reference, ListTopics). */
final class Pages {
  private static final int ROWS = 100;
  private static final Pager PAGER =
      new Pager(
          asked -> ROWS,
          token -> ServiceError.client("InvalidParameter", "Invalid parameter: NextToken"));

  private Pages() {}

  static <R> Page<R> of(List<R> all, @Nullable String token) {
    return PAGER.page(all, null, token);
  }
}
