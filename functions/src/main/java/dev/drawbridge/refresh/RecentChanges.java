package dev.drawbridge.refresh;

import dev.drawbridge.model.Exposure;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;

/**
 * Whether the record of any database has changed lately, as one environment of the check for drift
 * sees it from one sweep to the next: then runs may wait for the health of new targets. A new
 * environment knows of no change.
 */
final class RecentChanges {
  /** Longer than a run waits for the health of a new target, with what goes before. */
  private static final Duration LATELY = Duration.ofMinutes(15);

  private Map<String, Exposure> before = Map.of();
  private Instant until = Instant.EPOCH;

  /**
   * Whether there is one, by what is on record now.
   *
   * @param records by ARN; of what is exposed the first time there is nothing to compare
   */
  boolean any(Map<String, Exposure> records, Instant now) {
    boolean changed =
        records.entrySet().stream()
            .anyMatch(
                each ->
                    !before.getOrDefault(each.getKey(), each.getValue()).equals(each.getValue()));
    before = Map.copyOf(records);
    if (changed) {
      until = now.plus(LATELY);
    }
    return now.isBefore(until);
  }
}
