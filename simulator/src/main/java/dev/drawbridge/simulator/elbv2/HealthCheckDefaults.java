package dev.drawbridge.simulator.elbv2;

import dev.drawbridge.engine.evidence.Published;

/**
 * What CreateTargetGroup takes for numbers that a request for a TCP check leaves out.
 *
 * @param healthyThreshold passed checks that make a target healthy
 * @param unhealthyThreshold failed checks that make it unhealthy
 */
public record HealthCheckDefaults(
    @Published("API reference, CreateTargetGroup") int intervalSeconds,
    @Published("API reference, CreateTargetGroup") int timeoutSeconds,
    @Published("API reference, CreateTargetGroup") int healthyThreshold,
    @Published("API reference, CreateTargetGroup") int unhealthyThreshold) {

  static HealthCheckDefaults published() {
    return new HealthCheckDefaults(30, 10, 5, 2);
  }
}
