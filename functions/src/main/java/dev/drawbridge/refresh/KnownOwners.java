package dev.drawbridge.refresh;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;

/**
 * Which database each instance is a part of, read for all of them at once and remembered for a
 * while: where hundreds of databases fail over, nobody may ask for each event. What has another
 * name since is asked for.
 */
final class KnownOwners {
  private static final Duration REMEMBERED = Duration.ofMinutes(5);

  private final Supplier<Map<String, String>> all;
  private final Function<String, Optional<String>> one;
  private final InstantSource clock;
  private Map<String, String> owners = Map.of();
  private Instant readAt = Instant.EPOCH;

  /**
   * Knows none yet.
   *
   * @param all asks AWS for the databases of all instances
   * @param one asks AWS for that of one
   */
  KnownOwners(
      Supplier<Map<String, String>> all,
      Function<String, Optional<String>> one,
      InstantSource clock) {
    this.all = all;
    this.one = one;
    this.clock = clock;
  }

  /** Empty if there is no instance of this ARN. Calls: none; 1 by pages now and then, or 1. */
  Optional<String> of(String instanceArn) {
    Instant now = clock.instant();
    if (!now.isBefore(readAt.plus(REMEMBERED))) {
      owners = all.get();
      readAt = now;
      return Optional.ofNullable(owners.get(instanceArn));
    }
    return Optional.ofNullable(owners.get(instanceArn)).or(() -> one.apply(instanceArn));
  }
}
