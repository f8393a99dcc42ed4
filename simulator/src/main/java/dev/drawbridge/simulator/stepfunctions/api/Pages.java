package dev.drawbridge.simulator.stepfunctions.api;

import dev.drawbridge.simulator.operation.Page;
import dev.drawbridge.simulator.operation.Pager;
import dev.drawbridge.simulator.operation.ServiceError;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Step Functions' pages: {@code maxResults} of 0 is the default of 100 (API model). */
final class Pages {
  private static final int DEFAULT = 100;

  private static final Pager PAGER =
      new Pager(
          Pages::size,
          token -> ServiceError.client("InvalidToken", "Invalid Token: 'Invalid token'"));

  private Pages() {}

  static <R> Page<R> of(List<R> all, @Nullable Integer maxResults, @Nullable String token) {
    return PAGER.page(all, maxResults, token);
  }

  private static int size(@Nullable Integer maxResults) {
    return maxResults == null || maxResults == 0 ? DEFAULT : maxResults;
  }
}
