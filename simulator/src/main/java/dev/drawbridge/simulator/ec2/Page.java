package dev.drawbridge.simulator.ec2;

import dev.drawbridge.simulator.operation.ServiceError;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * One page of an answer.
 *
 * @param next the token of the next page; null on the last
 */
record Page<R>(List<R> rows, @Nullable String next) {
  private static final int SMALLEST = 5;
  private static final int LARGEST = 1000;

  /** Cuts the page that the token names out of all rows. */
  static <R> Page<R> of(List<R> all, @Nullable Integer maxResults, @Nullable String token) {
    if (maxResults != null && maxResults < SMALLEST) {
      throw ServiceError.client(
          "InvalidParameterValue",
          "Value ( %d ) for parameter maxResults is invalid. Expecting a value greater than %d."
              .formatted(maxResults, SMALLEST));
    }
    int size = maxResults == null ? LARGEST : Math.min(maxResults, LARGEST);
    int from = token == null ? 0 : offset(token, all.size());
    int to = Math.min(from + size, all.size());
    return new Page<>(all.subList(from, to), to < all.size() ? "page-" + to : null);
  }

  /** The rows in the API's shape. */
  <S> List<S> shapes(Function<R, S> shape) {
    return rows.stream().map(shape).toList();
  }

  private static int offset(String token, int size) {
    if (!token.matches("page-\\d{1,9}")) {
      throw ServiceError.client("InvalidNextToken", "The token '%s' is invalid".formatted(token));
    }
    return Math.min(Integer.parseInt(token.substring("page-".length())), size);
  }
}
