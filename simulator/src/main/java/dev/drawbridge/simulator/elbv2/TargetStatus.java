package dev.drawbridge.simulator.elbv2;

import java.time.Instant;
import software.amazon.awssdk.services.elasticloadbalancingv2.model.TargetHealth;
import software.amazon.awssdk.services.elasticloadbalancingv2.model.TargetHealthReasonEnum;
import software.amazon.awssdk.services.elasticloadbalancingv2.model.TargetHealthStateEnum;

/** A target's state and reason as DescribeTargetHealth tells them. */
final class TargetStatus {
  private TargetStatus() {}

  static TargetHealth of(RegisteredTarget target, boolean inUse, Instant now) {
    if (target.phase() == RegisteredTarget.Phase.DRAINING) {
      return status(
          TargetHealthStateEnum.DRAINING,
          TargetHealthReasonEnum.TARGET_DEREGISTRATION_IN_PROGRESS,
          "Target deregistration is in progress");
    }
    if (!inUse) {
      return status(
          TargetHealthStateEnum.UNUSED,
          TargetHealthReasonEnum.TARGET_NOT_IN_USE,
          "Target group is not configured to receive traffic from the load balancer, or the target"
              + " is in an Availability Zone that is not enabled for it");
    }
    return switch (target.phase()) {
      case REGISTERING ->
          status(
              TargetHealthStateEnum.INITIAL,
              TargetHealthReasonEnum.ELB_REGISTRATION_IN_PROGRESS,
              "Target registration is in progress");
      case CHECKING ->
          status(
              TargetHealthStateEnum.INITIAL,
              TargetHealthReasonEnum.ELB_INITIAL_HEALTH_CHECKING,
              "Initial health checks in progress");
      case HEALTHY -> TargetHealth.builder().state(TargetHealthStateEnum.HEALTHY).build();
      case UNHEALTHY ->
          status(
              now.isBefore(target.drainsUntil())
                  ? TargetHealthStateEnum.UNHEALTHY_DRAINING
                  : TargetHealthStateEnum.UNHEALTHY,
              TargetHealthReasonEnum.TARGET_FAILED_HEALTH_CHECKS,
              "Health checks failed");
      case DRAINING, GONE -> unknown();
    };
  }

  /** For a target that was named but is not registered. */
  static TargetHealth unknown() {
    return status(
        TargetHealthStateEnum.UNUSED,
        TargetHealthReasonEnum.TARGET_NOT_REGISTERED,
        "Target is not registered to the target group");
  }

  private static TargetHealth status(
      TargetHealthStateEnum code, TargetHealthReasonEnum reason, String description) {
    return TargetHealth.builder().state(code).reason(reason).description(description).build();
  }
}
