package dev.drawbridge.refresh;

import dev.drawbridge.model.TargetGroups;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.function.Function;

/**
 * What is exposed, listed now and then: groups seldom come and go, and whoever asks each minute
 * would pay for the list as much as for what it is asked for.
 */
final class ExposedGroups {
  private static final Duration REMEMBERED = Duration.ofMinutes(5);

  private final Function<Instant, Map<String, TargetGroups>> all;
  private Map<String, TargetGroups> known = Map.of();
  private Instant listedAt = Instant.EPOCH;

  /**
   * Knows none yet.
   *
   * @param all lists them
   */
  ExposedGroups(Function<Instant, Map<String, TargetGroups>> all) {
    this.all = all;
  }

  /**
   * The groups of each database, by ARN, as they were a few minutes ago at most; where there were
   * none, as they are. Calls: none, or 1 by pages and those for the tags of what is new.
   */
  Map<String, TargetGroups> lately(Instant now) {
    return known.isEmpty() || !now.isBefore(listedAt.plus(REMEMBERED)) ? list(now) : known;
  }

  /** The same as they are now, for whoever has met one that is gone. Calls: 1 a turn. */
  Map<String, TargetGroups> anew(Instant now) {
    return now.equals(listedAt) ? known : list(now);
  }

  private Map<String, TargetGroups> list(Instant now) {
    known = all.apply(now);
    listedAt = now;
    return known;
  }
}
