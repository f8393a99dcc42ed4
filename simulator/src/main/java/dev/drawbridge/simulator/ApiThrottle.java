package dev.drawbridge.simulator;

import dev.drawbridge.engine.time.Scheduler;
import dev.drawbridge.simulator.call.Caller;
import dev.drawbridge.simulator.door.Throttle;
import dev.drawbridge.simulator.operation.Bucket;
import dev.drawbridge.simulator.operation.ServiceError;
import dev.drawbridge.simulator.operation.TokenBuckets;
import java.util.Optional;

/** Throttles EC2, RDS and Step Functions at the door: a bucket an operation. */
final class ApiThrottle implements Throttle {
  private final TokenBuckets buckets;
  private ThrottleSettings settings;

  ApiThrottle(Scheduler scheduler, ThrottleSettings settings) {
    this.buckets = new TokenBuckets(scheduler);
    this.settings = settings;
  }

  /** From now on other buckets hold. */
  void set(ThrottleSettings other) {
    settings = other;
  }

  @Override
  public void take(String action, Caller caller) {
    if (!settings.applied()) {
      return;
    }
    Optional<Bucket> bucket = bucket(action);
    if (bucket.isPresent() && !buckets.take(action, bucket.get(), caller)) {
      throw action.startsWith("ec2:")
          ? ServiceError.of(503, "RequestLimitExceeded", "Request limit exceeded.")
          : ServiceError.client("ThrottlingException", "Rate exceeded");
    }
  }

  private Optional<Bucket> bucket(String action) {
    if (action.startsWith("ec2:")) {
      return Optional.of(
          action.startsWith("ec2:Describe") ? settings.ec2Reads() : settings.ec2Changes());
    }
    return switch (action) {
      case "states:StartExecution" -> Optional.of(settings.startExecution());
      case "states:DescribeExecution" -> Optional.of(settings.describeExecution());
      default -> action.startsWith("rds:") ? Optional.of(settings.rds()) : Optional.empty();
    };
  }
}
