package dev.drawbridge.simulator.elbv2;

import dev.drawbridge.engine.time.Scheduler;
import dev.drawbridge.simulator.call.Caller;
import dev.drawbridge.simulator.operation.ServiceError;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;

/** Token buckets per account and region (AWS, "Request throttling for the ELB API"). */
final class Throttle {

  /** The buckets: capacity, and refill in tokens a second. */
  enum Bucket {
    CREATION(10, 0.2),
    REGISTRATION(20, 4),
    MUTATION(20, 3),
    DESCRIPTION(200, 50);

    private final double capacity;
    private final double refill;

    Bucket(double capacity, double refill) {
      this.capacity = capacity;
      this.refill = refill;
    }
  }

  private record Owner(String account, String region, Bucket bucket) {}

  private record Level(double tokens, Instant at) {}

  private final Scheduler scheduler;
  private final boolean applied;
  private final Map<Owner, Level> levels = new HashMap<>();

  Throttle(Scheduler scheduler, boolean applied) {
    this.scheduler = scheduler;
    this.applied = applied;
  }

  /**
   * Takes a token.
   *
   * @throws ServiceError ThrottlingException when none is left
   */
  void take(Bucket bucket, Caller caller) {
    if (!applied) {
      return;
    }
    Owner owner = new Owner(caller.account(), caller.region(), bucket);
    Instant now = scheduler.now();
    Level old = levels.getOrDefault(owner, new Level(bucket.capacity, now));
    double seconds = Duration.between(old.at(), now).toMillis() / 1000.0;
    double tokens = Math.min(bucket.capacity, old.tokens() + seconds * bucket.refill);
    if (tokens < 1) {
      throw ServiceError.client("ThrottlingException", "Rate exceeded");
    }
    levels.put(owner, new Level(tokens - 1, now));
  }
}
