package dev.drawbridge.simulator.ec2;

import dev.drawbridge.simulator.operation.Page;
import dev.drawbridge.simulator.operation.Pager;
import dev.drawbridge.simulator.operation.ServiceError;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** EC2's pages: {@code MaxResults} of 5 or more, of which 1,000 are given. */
final class Pages {
  private static final int LEAST = 5;
  private static final int MOST = 1000;

  private static final Pager PAGER =
      new Pager(
          Pages::size,
          token ->
              ServiceError.client(
                  "InvalidNextToken", "The token '%s' is invalid".formatted(token)));

  private Pages() {}

  static <R> Page<R> of(List<R> all, @Nullable Integer maxResults, @Nullable String token) {
    return PAGER.page(all, maxResults, token);
  }

  private static int size(@Nullable Integer maxResults) {
    if (maxResults != null && maxResults < LEAST) {
      throw ServiceError.client(
          "InvalidParameterValue",
          "Value ( %d ) for parameter maxResults is invalid. Expecting a value greater than %d."
              .formatted(maxResults, LEAST));
    }
    return maxResults == null ? MOST : Math.min(maxResults, MOST);
  }

  /**
   * Resources that are named come all at once.
   *
   * @throws ServiceError InvalidParameterCombination when a size of the page is given with them
   */
  static void checkAlone(String parameter, List<String> ids, @Nullable Integer maxResults) {
    if (!ids.isEmpty() && maxResults != null) {
      throw ServiceError.client(
          "InvalidParameterCombination",
          "The parameter %s cannot be used with the parameter maxResults".formatted(parameter));
    }
  }
}
