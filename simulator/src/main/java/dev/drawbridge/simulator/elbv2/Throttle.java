package dev.drawbridge.simulator.elbv2;

import dev.drawbridge.engine.time.Scheduler;
import dev.drawbridge.simulator.call.Caller;
import dev.drawbridge.simulator.operation.ServiceError;
import dev.drawbridge.simulator.operation.TokenBuckets;

/** Token buckets per account and region (AWS, "Request throttling for the ELB API"). */
final class Throttle {

  /** Which calls share a bucket. */
  enum Bucket {
    CREATION,
    REGISTRATION,
    MUTATION,
    DESCRIPTION
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
    if (throttling.applied() && !buckets.take(bucket.name(), size(bucket), caller)) {
      throw ServiceError.client("ThrottlingException", "Rate exceeded");
    }
  }

  private dev.drawbridge.simulator.operation.Bucket size(Bucket bucket) {
    return switch (bucket) {
      case CREATION -> throttling.creation();
      case REGISTRATION -> throttling.registration();
      case MUTATION -> throttling.mutation();
      case DESCRIPTION -> throttling.description();
    };
  }
}
