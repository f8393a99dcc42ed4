package dev.drawbridge.simulator.elbv2;

import java.time.Duration;

/**
 * Every delay, quota and default of Elastic Load Balancing that this world uses.
 *
 * @param provisioning from CreateLoadBalancer to {@code active}. Users report 4 to 5 minutes with
 *     its targets (kubernetes-sigs/aws-load-balancer-controller#1786); UNCONFIRMED by AWS
 * @param registration from RegisterTargets to the first health check. Users report 90 to 180 s
 *     (aws-load-balancer-controller#1834, awsdocs/elb-network-load-balancers-user-guide#11); AWS:
 *     "a few minutes"
 * @param deregistration how long new connections still reach a deregistered target. Users report
 *     about 120 s, even with a delay of 0 (aws/containers-roadmap#470); AWS: "a few minutes"
 * @param unhealthyPropagation how long new connections still reach an unhealthy target. Users
 *     report 30 to 40 s (aws/containers-roadmap#470)
 * @param listenerPropagation how long a changed listener still uses its former groups, or weights.
 *     Users report about 75 s (aws/containers-roadmap#470); of weights nobody has published a
 *     figure
 * @param interfaceRelease how long the interfaces of a deleted load balancer remain. "Minutes";
 *     UNCONFIRMED
 * @param intervalSeconds default health check interval. API reference of CreateTargetGroup: 30
 * @param timeoutSeconds default health check time-out for TCP. API reference: 10
 * @param healthyThreshold default of passed checks. API reference: 5
 * @param unhealthyThreshold default of failed checks. API reference: 2
 * @param loadBalancersPerRegion Quotas for Network Load Balancers: 50
 * @param listenersPerLoadBalancer the same page: 50
 * @param targetGroupsPerRegion the same page: 3,000
 * @param targetsPerGroup the same page: 1,000
 * @param groupsPerAction the same page: 5
 * @param throttling whether the buckets of "Request throttling for the Elastic Load Balancing API"
 *     are applied
 * @param timeDivisor by how much seconds that callers set (intervals, delays) are shortened; 1 as
 *     AWS
 */
public record ElbSettings(
    Duration provisioning,
    Duration registration,
    Duration deregistration,
    Duration unhealthyPropagation,
    Duration listenerPropagation,
    Duration interfaceRelease,
    int intervalSeconds,
    int timeoutSeconds,
    int healthyThreshold,
    int unhealthyThreshold,
    int loadBalancersPerRegion,
    int listenersPerLoadBalancer,
    int targetGroupsPerRegion,
    int targetsPerGroup,
    int groupsPerAction,
    boolean throttling,
    long timeDivisor) {

  /** What AWS, or whoever else, has published. */
  public static ElbSettings published() {
    return new ElbSettings(
        Duration.ofMinutes(3),
        Duration.ofSeconds(120),
        Duration.ofSeconds(120),
        Duration.ofSeconds(35),
        Duration.ofSeconds(75),
        Duration.ofMinutes(5),
        30,
        10,
        5,
        2,
        50,
        50,
        3000,
        1000,
        5,
        false,
        1);
  }

  /** The same with every delay divided, for a world on the wall clock. */
  public ElbSettings scaled(long divisor) {
    return with(divisor, throttling, timeDivisor * divisor);
  }

  /** The same with AWS's API throttling. */
  public ElbSettings throttled() {
    return with(1, true, timeDivisor);
  }

  private ElbSettings with(long divisor, boolean throttles, long seconds) {
    return new ElbSettings(
        provisioning.dividedBy(divisor),
        registration.dividedBy(divisor),
        deregistration.dividedBy(divisor),
        unhealthyPropagation.dividedBy(divisor),
        listenerPropagation.dividedBy(divisor),
        interfaceRelease.dividedBy(divisor),
        intervalSeconds,
        timeoutSeconds,
        healthyThreshold,
        unhealthyThreshold,
        loadBalancersPerRegion,
        listenersPerLoadBalancer,
        targetGroupsPerRegion,
        targetsPerGroup,
        groupsPerAction,
        throttles,
        seconds);
  }

  /** Seconds that a caller has set, as they pass in this world. */
  Duration seconds(long seconds) {
    return Duration.ofSeconds(seconds).dividedBy(timeDivisor);
  }
}
