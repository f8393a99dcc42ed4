package dev.drawbridge.lab.bench.zone;

import dev.drawbridge.simulator.operation.Bucket;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/**
 * When each of many could have been registered, had every registration been made the moment it was
 * possible and nothing else used the bucket.
 */
final class Bound {
  private Bound() {}

  /**
   * The instants of the calls, the last one last.
   *
   * @param wanted when each call could have been made; in any order, at least one
   */
  static List<Instant> of(List<Instant> wanted, Bucket bucket) {
    List<Instant> sorted = wanted.stream().sorted().toList();
    List<Instant> made = new ArrayList<>();
    Instant now = sorted.getFirst();
    double tokens = bucket.capacity();
    for (Instant each : sorted) {
      if (each.isAfter(now)) {
        tokens = Math.min(bucket.capacity(), tokens + seconds(now, each) * bucket.refill());
        now = each;
      }
      if (tokens < 1) {
        long wait = (long) Math.ceil((1 - tokens) / bucket.refill() * 1000);
        now = now.plusMillis(wait);
        tokens = 1;
      }
      tokens--;
      made.add(now);
    }
    return made;
  }

  private static double seconds(Instant from, Instant to) {
    return Duration.between(from, to).toMillis() / 1000.0;
  }
}
