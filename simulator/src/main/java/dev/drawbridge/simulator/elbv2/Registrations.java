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
    RegisteredTarget old = state.targets.get(key);
    if (old != null && old.phase().registered()) {
      return;
    }
    RegisteredTarget fresh =
        old == null
            ? new RegisteredTarget(key, Phase.REGISTERING, false, 0, 0, false)
            : old.nextRound(Phase.REGISTERING);
    state.targets.put(key, fresh);
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
              state.targets.put(fresh.key(), fresh);
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
    RegisteredTarget old = state.targets.get(key);
    if (old == null || !old.phase().registered()) {
      return;
    }
    checks.end(old);
    RegisteredTarget draining = old.nextRound(Phase.DRAINING);
    if (state.loadBalancerOf(group.arn()).isEmpty()) {
      state.targets.remove(key);
      return;
    }
    state.targets.put(key, draining);
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
      state.targets.put(target.key(), target);
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
    return Optional.ofNullable(state.targets.get(key)).filter(target -> target.round() == round);
  }
}
