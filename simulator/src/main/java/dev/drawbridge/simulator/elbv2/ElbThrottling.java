package dev.drawbridge.simulator.elbv2;

import dev.drawbridge.engine.evidence.Chosen;
import dev.drawbridge.engine.evidence.Published;
import dev.drawbridge.engine.evidence.Unconfirmed;
import dev.drawbridge.simulator.operation.Bucket;

/**
 * The buckets of "Request throttling for the Elastic Load Balancing API".
 *
 * @param applied whether calls are throttled at all
 * @param creation of load balancers
 * @param registration RegisterTargets and DeregisterTargets together
 * @param mutation all other changes
 * @param description everything that reads
 */
public record ElbThrottling(
    @Chosen("off, so that a test is throttled only where it is about that") boolean applied,
    @Published("Request throttling for the ELB API") Bucket creation,
    @Published("Request throttling for the ELB API") Bucket registration,
    @Published("Request throttling for the ELB API") Bucket mutation,
    @Published("Request throttling for the ELB API")
        @Unconfirmed(
            "200 and 50 a second; another page of AWS's, and aws-load-balancer-controller, have 40"
                + " and 10")
        Bucket description) {
  private static final Bucket LOW = new Bucket(40, 10);

  static ElbThrottling published() {
    return new ElbThrottling(
        false, new Bucket(10, 0.2), new Bucket(20, 4), new Bucket(20, 3), new Bucket(200, 50));
  }

  /** The same, applied. */
  public ElbThrottling on() {
    return new ElbThrottling(true, creation, registration, mutation, description);
  }

  /** The same with the smaller of both figures that are published for reads. */
  public ElbThrottling lowDescription() {
    return new ElbThrottling(applied, creation, registration, mutation, LOW);
  }
}
