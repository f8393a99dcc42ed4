package dev.drawbridge.lab.failover;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/**
 * How an outage of writes divides, from the failover's begin to the first good write. The parts add
 * up to the whole.
 *
 * @param promotion AWS notices and promotes a reader
 * @param news the event's way, and the lags of the RDS API and of DNS, as far as they go beyond the
 *     promotion
 * @param own Drawbridge's
 * @param targets the load balancer takes the new target into use: registration, health checks
 */
public record OutageParts(Duration promotion, Duration news, Duration own, Duration targets) {

  /** Empty where a milestone is missing: an outage that is not over, or was not seen whole. */
  public static Optional<OutageParts> of(Milestones seen, Instant writesAgain) {
    if (seen.promoted().isEmpty() || seen.known().isEmpty() || seen.switched().isEmpty()) {
      return Optional.empty();
    }
    Instant promoted = seen.promoted().get();
    Instant switched = later(promoted, seen.switched().get());
    // What an earlier event had led to was switched before this one told of it.
    Instant known = later(promoted, earlier(switched, seen.known().get()));
    return Optional.of(
        new OutageParts(
            Duration.between(seen.begun(), promoted),
            Duration.between(promoted, known),
            Duration.between(known, switched),
            Duration.between(switched, later(switched, writesAgain))));
  }

  private static Instant later(Instant one, Instant other) {
    return one.isAfter(other) ? one : other;
  }

  private static Instant earlier(Instant one, Instant other) {
    return one.isBefore(other) ? one : other;
  }
}
