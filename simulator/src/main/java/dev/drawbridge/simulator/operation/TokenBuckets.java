package dev.drawbridge.simulator.operation;

import dev.drawbridge.engine.time.Scheduler;
import dev.drawbridge.simulator.call.Caller;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;

/** The levels of buckets, one of each name for an account and a region. */
public final class TokenBuckets {
  private record Owner(String account, String region, String bucket) {}

  private record Level(double tokens, Instant at) {}

  private final Scheduler scheduler;
  private final Map<Owner, Level> levels = new HashMap<>();

  /** All are full. */
  public TokenBuckets(Scheduler scheduler) {
    this.scheduler = scheduler;
  }

  /** Takes a token of the caller's bucket of that name; false when none is left. */
  public boolean take(String name, Bucket bucket, Caller caller) {
    Owner owner = new Owner(caller.account(), caller.region(), name);
    Instant now = scheduler.now();
    Level old = levels.getOrDefault(owner, new Level(bucket.capacity(), now));
    double seconds = Duration.between(old.at(), now).toMillis() / 1000.0;
    double tokens = Math.min(bucket.capacity(), old.tokens() + seconds * bucket.refill());
    if (tokens < 1) {
      return false;
    }
    levels.put(owner, new Level(tokens - 1, now));
    return true;
  }
}
