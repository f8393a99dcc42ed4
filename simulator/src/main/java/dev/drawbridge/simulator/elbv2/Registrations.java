package dev.drawbridge.simulator.elbv2;

import dev.drawbridge.simulator.elbv2.RegisteredTarget.Phase;
import dev.drawbridge.simulator.network.Cut;
import java.util.List;
import java.util.Optional;

/** Registers and deregisters targets, with the time that the nodes take to follow. */
final class Registrations {
  private final ElbState state;
  private final HealthChecks checks;

  Registrations(ElbState state, HealthChecks checks) {
    this.state = state;
    this.checks = checks;
  }

  /** Registers the target; one that is registered already stays as it is. */
  void register(RegisteredTarget.Key key) {
    Optional<RegisteredTarget> old = state.targets.find(key);
    if (old.filter(each -> each.phase().registered()).isPresent()) {
      return;
    }
    RegisteredTarget fresh =
        old.map(each -> each.nextRound(Phase.REGISTERING))
            .orElseGet(() -> RegisteredTarget.fresh(key));
    state.targets.put(fresh);
    announce(fresh);
  }

  /** Listeners have begun to use the groups: their targets start anew. */
  void attached(List<String> groupArns) {
    groupArns.stream()
        .flatMap(arn -> state.targetsOf(arn).stream())
        .filter(target -> target.phase().registered())
        .forEach(
            target -> {
              RegisteredTarget fresh = target.nextRound(Phase.REGISTERING).routed(false);
              state.targets.put(fresh);
              announce(fresh);
            });
  }

  /** Looks again at targets that no zone of the load balancer covered before. */
  void zonesChanged(List<String> groupArns) {
    groupArns.stream()
        .flatMap(arn -> state.targetsOf(arn).stream())
        .filter(target -> target.phase() == Phase.REGISTERING)
        .forEach(this::announce);
  }

  private void announce(RegisteredTarget target) {
    state.scheduler.after(
        state.settings.delays().registration(), () -> checks.begin(target.key(), target.round()));
  }

  /** Deregisters the target; an unknown one is no error. */
  void deregister(RegisteredTarget.Key key, TargetGroupRecord group) {
    state
        .targets
        .find(key)
        .filter(old -> old.phase().registered())
        .ifPresent(old -> drain(old, group));
  }

  private void drain(RegisteredTarget old, TargetGroupRecord group) {
    RegisteredTarget.Key key = old.key();
    checks.end(old);
    RegisteredTarget draining = old.nextRound(Phase.DRAINING);
    if (state.loadBalancerOf(group.arn()).isEmpty()) {
      state.targets.remove(key);
      return;
    }
    state.targets.put(draining);
    state.scheduler.after(
        state.settings.seconds(group.deregistrationDelay()),
        () -> drained(key, draining.round(), group.arn()));
    state.scheduler.after(
        state.settings.delays().deregistration(),
        () -> forgotten(key, draining.round(), group.arn()));
  }

  private void drained(RegisteredTarget.Key key, long round, String groupArn) {
    current(key, round)
        .ifPresent(
            target -> {
              terminate(key, groupArn);
              settle(target.in(Phase.GONE));
            });
  }

  private void forgotten(RegisteredTarget.Key key, long round, String groupArn) {
    current(key, round)
        .ifPresent(
            target -> {
              if (target.phase() == Phase.GONE) {
                terminate(key, groupArn);
              }
              settle(target.routed(false));
            });
  }

  private void settle(RegisteredTarget target) {
    if (target.phase() == Phase.GONE && !target.routed()) {
      state.targets.remove(target.key());
    } else {
      state.targets.put(target);
    }
  }

  /**
   * Connections are closed at the end of the delay, not before (AWS, "Target group attributes").
   */
  private void terminate(RegisteredTarget.Key key, String groupArn) {
    if (state
        .targetGroups
        .find(groupArn)
        .filter(TargetGroupRecord::terminatesDeregistered)
        .isPresent()) {
      checks.cut(key, Cut.TARGET_DEREGISTERED);
    }
  }

  private Optional<RegisteredTarget> current(RegisteredTarget.Key key, long round) {
    return state.targets.find(key).filter(target -> target.round() == round);
  }
}
