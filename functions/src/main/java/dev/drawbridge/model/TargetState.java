package dev.drawbridge.model;

import java.util.List;

/**
 * A registered target and its health.
 *
 * @param state as AWS spells it: initial, healthy, unhealthy, draining, unused; zonal_shift_active
 *     in the place of healthy where the zone of the target was shifted away
 * @param reason AWS's reason code, or the empty string
 */
public record TargetState(Target target, String state, String reason) {

  /** The targets of a group that are not draining. */
  public static List<Target> held(List<TargetState> group) {
    return group.stream().filter(TargetState::present).map(TargetState::target).toList();
  }

  /** A draining target takes no new connection: it counts as absent and may be registered again. */
  public boolean present() {
    return !"draining".equals(state);
  }

  /** Whether health checks have come to a result. */
  public boolean checked() {
    return passes() || "unhealthy".equals(state);
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
