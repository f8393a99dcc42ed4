package dev.drawbridge.simulator.elbv2;

import dev.drawbridge.engine.time.Scheduler;
import dev.drawbridge.simulator.call.Caller;
import dev.drawbridge.simulator.operation.ServiceError;
import dev.drawbridge.simulator.operation.TokenBuckets;
import java.util.function.Function;

/** Token buckets per account and region (AWS, "Request throttling for the ELB API"). */
final class Throttle {

  /** Which calls share a bucket. */
  enum Bucket {
    CREATION(ElbThrottling::creation),
    REGISTRATION(ElbThrottling::registration),
    MUTATION(ElbThrottling::mutation),
    DESCRIPTION(ElbThrottling::description);

    private final Function<ElbThrottling, dev.drawbridge.simulator.operation.Bucket> size;

    Bucket(Function<ElbThrottling, dev.drawbridge.simulator.operation.Bucket> size) {
      this.size = size;
    }
  }

  private final TokenBuckets buckets;
  private ElbThrottling throttling;

  Throttle(Scheduler scheduler, ElbThrottling throttling) {
    this.buckets = new TokenBuckets(scheduler);
    this.throttling = throttling;
  }

  /** From now on other buckets hold. */
  void set(ElbThrottling other) {
    throttling = other;
  }

  /**
   * Takes a token.
   *
   * @throws ServiceError ThrottlingException when none is left
   */
  void take(Bucket bucket, Caller caller) {
    if (throttling.applied()
        && !buckets.take(bucket.name(), bucket.size.apply(throttling), caller)) {
      throw ServiceError.client("ThrottlingException", "Rate exceeded");
    }
  }
}
