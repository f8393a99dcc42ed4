package dev.drawbridge.api;

import dev.drawbridge.model.Connection;
import dev.drawbridge.model.LastBytes;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Whether an endpoint is used, as far as its bytes tell.
 *
 * @param last null unless it is known that there were any
 */
record Use(Known known, @Nullable LastBytes last) {

  /** What is known of an endpoint's bytes. */
  enum Known {
    /** It carried some, and when last. */
    SEEN,
    /** None in all the time that CloudWatch keeps. */
    NONE,
    /** Nobody can tell: CloudWatch did not answer, or publishes nothing of such an endpoint. */
    UNKNOWN
  }

  /**
   * Judges.
   *
   * @param counted what CloudWatch answered, by endpoint; one that it did not answer about is
   *     missing
   * @param connection null if AWS shows no such endpoint any more: then nobody knows where it was
   * @param region ours: of a consumer in another one no metrics are published
   */
  static Use of(
      String endpointId,
      @Nullable Connection connection,
      Map<String, Optional<LastBytes>> counted,
      String region) {
    Optional<LastBytes> last = counted.get(endpointId);
    if (last != null && last.isPresent()) {
      return new Use(Known.SEEN, last.get());
    }
    boolean published = connection != null && connection.region().equals(region);
    return new Use(last != null && published ? Known.NONE : Known.UNKNOWN, null);
  }

  @Nullable String day() {
    return last == null ? null : last.day().toString();
  }

  @Nullable Long bytes() {
    return last == null ? null : Long.valueOf(last.bytes());
  }
}
