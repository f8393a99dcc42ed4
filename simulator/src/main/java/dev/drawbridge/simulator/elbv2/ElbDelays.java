package dev.drawbridge.simulator.elbv2;

import dev.drawbridge.engine.evidence.Published;
import dev.drawbridge.engine.evidence.Unconfirmed;
import java.time.Duration;

/**
 * How long Elastic Load Balancing takes to do what it has been told.
 *
 * @param provisioning from CreateLoadBalancer to {@code active}
 * @param registration from RegisterTargets to the first health check
 * @param deregistration how long new connections still reach a deregistered target
 * @param unhealthyPropagation how long new connections still reach an unhealthy target
 * @param listenerPropagation how long a changed listener still uses its former groups
 * @param interfaceRelease how long the interfaces of a deleted load balancer remain
 */
public record ElbDelays(
    @Unconfirmed("users report 4 to 5 minutes with its targets (aws-load-balancer-controller#1786)")
        Duration provisioning,
    @Published(
            "90 to 180 s, users report (aws-load-balancer-controller#1834,"
                + " awsdocs/elb-network-load-balancers-user-guide#11); AWS: \"a few minutes\"")
        Duration registration,
    @Published(
            "about 120 s even with a delay of 0, users report (aws/containers-roadmap#470); AWS:"
                + " \"a few minutes\"")
        Duration deregistration,
    @Published("30 to 40 s, users report (aws/containers-roadmap#470)")
        Duration unhealthyPropagation,
    @Published("about 75 s, users report (aws/containers-roadmap#470)")
        Duration listenerPropagation,
    @Unconfirmed("\"minutes\"; no figure is published") Duration interfaceRelease) {

  static ElbDelays published() {
    return new ElbDelays(
        Duration.ofMinutes(3),
        Duration.ofSeconds(120),
        Duration.ofSeconds(120),
        Duration.ofSeconds(35),
        Duration.ofSeconds(75),
        Duration.ofMinutes(5));
  }

  /** The same with another time from RegisterTargets to the first health check. */
  public ElbDelays registration(Duration value) {
    return new ElbDelays(
        provisioning,
        value,
        deregistration,
        unhealthyPropagation,
        listenerPropagation,
        interfaceRelease);
  }

  /** The same with another time for which a changed listener still uses its former groups. */
  public ElbDelays listenerPropagation(Duration value) {
    return new ElbDelays(
        provisioning, registration, deregistration, unhealthyPropagation, value, interfaceRelease);
  }

  ElbDelays dividedBy(long divisor) {
    return new ElbDelays(
        provisioning.dividedBy(divisor),
        registration.dividedBy(divisor),
        deregistration.dividedBy(divisor),
        unhealthyPropagation.dividedBy(divisor),
        listenerPropagation.dividedBy(divisor),
        interfaceRelease.dividedBy(divisor));
  }
}
