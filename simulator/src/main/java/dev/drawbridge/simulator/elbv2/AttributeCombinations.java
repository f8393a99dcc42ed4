package dev.drawbridge.simulator.elbv2;

import dev.drawbridge.simulator.operation.ServiceError;

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

  private static ServiceError refused(String message) {
    return ServiceError.client("InvalidConfigurationRequest", message);
  }
}
