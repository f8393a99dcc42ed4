package dev.drawbridge.simulator.stepfunctions.api;

import dev.drawbridge.simulator.operation.ServiceError;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A page of a list.
 *
 * @param next the token of the next page; null on the last
 */
record Page<T>(List<T> items, @Nullable String next) {
  /** As many as AWS gives when it is not asked for a number. */
  private static final int DEFAULT = 100;

  static <T> Page<T> of(List<T> all, @Nullable Integer maxResults, @Nullable String token) {
    int size = maxResults == null || maxResults == 0 ? DEFAULT : maxResults;
    int from = token == null ? 0 : offset(token, all.size());
    int to = Math.min(from + size, all.size());
    return new Page<>(all.subList(from, to), to < all.size() ? "page-" + to : null);
  }

  private static int offset(String token, int size) {
    if (!token.matches("page-\\d{1,9}") || Integer.parseInt(token.substring(5)) > size) {
      throw ServiceError.client("InvalidToken", "Invalid Token: 'Invalid token'");
    }
    return Integer.parseInt(token.substring(5));
  }
}
