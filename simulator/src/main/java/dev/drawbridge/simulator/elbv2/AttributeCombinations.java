package dev.drawbridge.simulator.elbv2;

import dev.drawbridge.simulator.operation.ServiceError;
import java.util.List;

/** Attributes that Elastic Load Balancing does not take together. AWS's wording is UNCONFIRMED. */
final class AttributeCombinations {
  private AttributeCombinations() {}

  /** "Can only be configured when" termination is off ("Target group attributes"). */
  static void draining(TargetGroupRecord group) {
    if (group.terminatesUnhealthy() && group.unhealthyDraining() > 0) {
      throw refused(
          "'target_health_state.unhealthy.draining_interval_seconds' can only be configured when"
              + " 'target_health_state.unhealthy.connection_termination.enabled' is 'false'");
    }
  }

  /**
   * What zonal shift demands of every attached group while the load balancer balances across zones
   * ("Enable zonal shift for your Network Load Balancer"). UNCONFIRMED that the other attributes
   * are refused too once it is on.
   */
  static void zonalShift(LoadBalancerRecord loadBalancer, List<TargetGroupRecord> attached) {
    if (!loadBalancer.zonalShift() || !loadBalancer.crossZone()) {
      return;
    }
    attached.stream()
        .filter(group -> group.terminatesUnhealthy() || !group.crossZone(loadBalancer))
        .findFirst()
        .ifPresent(
            group -> {
              throw refused(
                  "Zonal shift cannot be enabled with cross-zone load balancing while target group '%s' terminates connections to unhealthy targets or is not cross-zone"
                      .formatted(group.arn()));
            });
  }

  private static ServiceError refused(String message) {
    return ServiceError.client("InvalidConfigurationRequest", message);
  }
}
