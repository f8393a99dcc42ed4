package dev.drawbridge.refresh;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/**
 * Which database each instance is a part of that is not on record, remembered for a while. Asked
 * for one by one: a listing takes the more calls the more there are, in each environment of the
 * worker.
 */
final class KnownOwners {
  private static final Duration REMEMBERED = Duration.ofMinutes(5);

  private record Read(String owner, Instant at) {}

  private final Function<String, Optional<String>> one;
  private final InstantSource clock;
  private final Map<String, Read> owners = new HashMap<>();

  /**
   * Knows none yet.
   *
   * @param one asks AWS for the database of an instance
   */
  KnownOwners(Function<String, Optional<String>> one, InstantSource clock) {
    this.one = one;
    this.clock = clock;
  }

  /** Empty if there is no instance of this ARN. Calls: none, or 1. */
  Optional<String> of(String instanceArn) {
    Instant now = clock.instant();
    owners.values().removeIf(read -> !now.isBefore(read.at().plus(REMEMBERED)));
    Read known = owners.get(instanceArn);
    if (known != null) {
      return Optional.of(known.owner());
    }
    Optional<String> found = one.apply(instanceArn);
    found.ifPresent(owner -> owners.put(instanceArn, new Read(owner, now)));
    return found;
  }
}
