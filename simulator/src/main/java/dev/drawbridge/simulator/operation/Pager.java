package dev.drawbridge.simulator.operation;

import java.util.List;
import java.util.function.Function;
import java.util.function.ToIntFunction;
import org.jspecify.annotations.Nullable;

/**
 * Cuts lists into pages, as one API does.
 *
 * @param size how many rows a page holds, from the number that a request asks for: the default for
 *     null, {@link ServiceError} for a number out of bounds
 * @param invalid the error for a token that the API never gave
 */
public record Pager(ToIntFunction<@Nullable Integer> size, Function<String, ServiceError> invalid) {
  private static final String PREFIX = "page-";

  /**
   * The page that {@code token} names; the first for null. Rows that went since the token was given
   * are not an error.
   */
  public <R> Page<R> page(List<R> all, @Nullable Integer asked, @Nullable String token) {
    int rows = size.applyAsInt(asked);
    int from = token == null ? 0 : Math.min(offset(token), all.size());
    int to = Math.min(from + rows, all.size());
    return new Page<>(all.subList(from, to), to < all.size() ? PREFIX + to : null);
  }

  private int offset(String token) {
    if (!token.matches(PREFIX + "\\d{1,9}")) {
      throw invalid.apply(token);
    }
    return Integer.parseInt(token.substring(PREFIX.length()));
  }
}
