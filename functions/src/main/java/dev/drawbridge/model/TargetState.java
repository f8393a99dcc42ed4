package dev.drawbridge.model;

import java.util.List;

/**
 * A registered target and its health.
 *
 * @param state as AWS spells it: initial, healthy, unhealthy, unhealthy.draining, unused, draining,
 *     unavailable; zonal_shift_active in the place of healthy where the zone of the target was
 *     shifted away
 * @param reason AWS's reason code, or the empty string
 */
public record TargetState(Target target, String state, String reason) {

  /** The targets of a group that are not draining. */
  public static List<Target> held(List<TargetState> group) {
    return group.stream().filter(TargetState::present).map(TargetState::target).toList();
  }

  /**
   * A draining target takes no new connection: it counts as absent and may be registered again. One
   * that is unhealthy.draining is present: it gets no new connection either, but it is registered
   * still, is checked, and turns healthy again by itself ("Connection termination for unhealthy
   * targets", NLB target group attributes).
   */
  public boolean present() {
    return !"draining".equals(state);
  }

  /** Whether health checks have come to a result; unhealthy.draining is one: they have failed. */
  public boolean checked() {
    return passes() || "unhealthy".equals(state) || "unhealthy.draining".equals(state);
  }

  /** Whether its health checks succeed: no wait would make more of it while its zone is shifted. */
  public boolean passes() {
    return healthy() || shifted();
  }

  /** Whether its zone was shifted away, and no more than that keeps connections from it. */
  public boolean shifted() {
    return "zonal_shift_active".equals(state);
  }

  /** Whether the load balancer sends connections here. */
  public boolean healthy() {
    return "healthy".equals(state);
  }

  /** Whether it stands in a zone that the load balancer does not have. */
  public boolean outside() {
    return "unused".equals(state) && "Target.NotInUse".equals(reason);
  }

  @Override
  public String toString() {
    return reason.isEmpty() ? target + " " + state : "%s %s (%s)".formatted(target, state, reason);
  }
}
