package dev.drawbridge.simulator.elbv2;

import dev.drawbridge.simulator.call.Caller;
import java.util.Map;
import software.amazon.awssdk.services.elasticloadbalancingv2.model.CreateTargetGroupRequest;

/**
 * A target group of TCP targets by address.
 *
 * @param arn {@code .../targetgroup/NAME/16 hexadecimal digits}
 * @param origin the request that made it: the same again is answered with the same group
 */
record TargetGroupRecord(
    String arn,
    Caller owner,
    CreateTargetGroupRequest origin,
    HealthCheck check,
    Map<String, String> attributes)
    implements Resource {

  @Override
  public String name() {
    return origin.name();
  }

  int port() {
    return origin.port();
  }

  String vpcId() {
    return origin.vpcId();
  }

  boolean on(String attribute) {
    return "true".equals(attributes.get(attribute));
  }

  long deregistrationDelay() {
    return Long.parseLong(attributes.getOrDefault("deregistration_delay.timeout_seconds", "300"));
  }

  boolean terminatesDeregistered() {
    return on("deregistration_delay.connection_termination.enabled");
  }

  boolean terminatesUnhealthy() {
    return on("target_health_state.unhealthy.connection_termination.enabled");
  }

  /** So long a target that has become unhealthy keeps its connections; 0 for no end. */
  long unhealthyDraining() {
    return Long.parseLong(
        attributes.getOrDefault("target_health_state.unhealthy.draining_interval_seconds", "0"));
  }

  /** Whether a node uses targets of other zones: the group's own word, or the load balancer's. */
  boolean crossZone(LoadBalancerRecord loadBalancer) {
    String own = attributes.getOrDefault("load_balancing.cross_zone.enabled", "");
    return own.equals("use_load_balancer_configuration")
        ? loadBalancer.crossZone()
        : own.equals("true");
  }

  TargetGroupRecord withCheck(HealthCheck other) {
    return new TargetGroupRecord(arn, owner, origin, other, attributes);
  }

  TargetGroupRecord withAttributes(Map<String, String> others) {
    return new TargetGroupRecord(arn, owner, origin, check, others);
  }
}
