package dev.drawbridge.simulator.elbv2;

import dev.drawbridge.simulator.ec2.NetworkInterfaceRecord;
import dev.drawbridge.simulator.elbv2.RegisteredTarget.Phase;
import dev.drawbridge.simulator.network.Cut;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * Checks targets for as long as their state may change.
 *
 * <p>A target whose state agrees with its last check is left alone until the network changes, so a
 * virtual year of health costs nothing; over real sockets the checks go on.
 */
final class HealthChecks {
  private final ElbState state;
  private final Placement placement;

  HealthChecks(ElbState state) {
    this.state = state;
    this.placement = new Placement(state);
    state.network.changes().onChange(this::wake);
  }

  /** Looks again at every target that is being checked. */
  void wake() {
    state.targets.all().stream()
        .filter(target -> target.phase().checked() && !target.checking())
        .forEach(this::scheduleNext);
  }

  /** The nodes have come to know the target. */
  void begin(RegisteredTarget.Key key, long round) {
    current(key, round)
        .filter(target -> target.phase() == Phase.REGISTERING && placement.inUse(target))
        .ifPresent(
            target -> {
              put(target.in(Phase.CHECKING));
              check(key, round);
            });
  }

  /** Checks of the target have ended. */
  void end(RegisteredTarget target) {
    context(target).ifPresent(context -> context.stopCounting());
  }

  private void check(RegisteredTarget.Key key, long round) {
    Optional<RegisteredTarget> found =
        current(key, round).filter(target -> target.phase().checked());
    if (found.isEmpty()) {
      return;
    }
    RegisteredTarget target = put(found.get().checking(false, found.get().streak()));
    Optional<Context> context = context(target).filter(Context::active);
    if (context.isEmpty()) {
      return;
    }
    boolean passed = context.get().passes();
    RegisteredTarget judged = put(judge(target, passed, context.get().group().check()));
    react(target, judged, context.get().group());
    boolean settled = judged.phase() == (passed ? Phase.HEALTHY : Phase.UNHEALTHY);
    if (!settled || state.probe.live()) {
      // Read again: the reaction may have changed where new connections go.
      current(key, round).ifPresent(this::scheduleNext);
    }
  }

  private void scheduleNext(RegisteredTarget target) {
    Optional<TargetGroupRecord> group = state.targetGroups.find(target.key().groupArn());
    if (group.isPresent()) {
      put(target.checking(true, target.streak()));
      Duration interval = state.settings.seconds(group.get().check().intervalSeconds());
      state.scheduler.after(interval, () -> check(target.key(), target.round()));
    }
  }

  /**
   * A new target is healthy after its first passed check, whatever the threshold (AWS, "Health
   * checks for Network Load Balancer target groups").
   */
  private static RegisteredTarget judge(
      RegisteredTarget target, boolean passed, HealthCheck check) {
    if (target.phase() == (passed ? Phase.HEALTHY : Phase.UNHEALTHY)) {
      return target.checking(false, 0);
    }
    int needed = passed ? check.healthy() : check.unhealthy();
    boolean first = target.phase() == Phase.CHECKING && passed;
    if (first || target.streak() + 1 >= needed) {
      return target.in(passed ? Phase.HEALTHY : Phase.UNHEALTHY);
    }
    return target.checking(false, target.streak() + 1);
  }

  private void react(RegisteredTarget before, RegisteredTarget after, TargetGroupRecord group) {
    if (before.phase() == after.phase()) {
      return;
    }
    if (after.phase() == Phase.HEALTHY) {
      put(after.routed(true));
      return;
    }
    state.scheduler.after(
        state.settings.delays().unhealthyPropagation(), () -> unroute(after.key(), after.round()));
    if (group.terminatesUnhealthy()) {
      cut(after.key(), Cut.TARGET_UNHEALTHY);
    } else if (before.phase() == Phase.HEALTHY && group.unhealthyDraining() > 0) {
      drain(after, state.settings.seconds(group.unhealthyDraining()));
    }
  }

  /**
   * "unhealthy.draining": its connections end with the interval, unless it is healthy before
   * ("Connection termination for unhealthy targets"). UNCONFIRMED that one that never was healthy
   * does not drain.
   */
  private void drain(RegisteredTarget target, Duration interval) {
    Instant end = state.scheduler.now().plus(interval);
    put(target.drainingUntil(end));
    state.scheduler.after(
        interval,
        () ->
            current(target.key(), target.round())
                .filter(each -> each.drainsUntil().equals(end))
                .ifPresent(each -> cut(each.key(), Cut.TARGET_UNHEALTHY)));
  }

  private void unroute(RegisteredTarget.Key key, long round) {
    current(key, round)
        .filter(target -> target.phase() == Phase.UNHEALTHY)
        .ifPresent(target -> put(target.routed(false)));
  }

  void cut(RegisteredTarget.Key key, Cut why) {
    state
        .network
        .connections()
        .cut(
            path ->
                key.groupArn().equals(path.targetGroupArn())
                    && path.targetIp().equals(key.ip())
                    && path.port() == key.port(),
            why);
  }

  private Optional<RegisteredTarget> current(RegisteredTarget.Key key, long round) {
    return state.targets.find(key).filter(target -> target.round() == round);
  }

  private RegisteredTarget put(RegisteredTarget target) {
    state.targets.put(target);
    return target;
  }

  private Optional<Context> context(RegisteredTarget target) {
    return state
        .targetGroups
        .find(target.key().groupArn())
        .flatMap(
            group ->
                state
                    .loadBalancerOf(group.arn())
                    .map(loadBalancer -> new Context(target, group, loadBalancer)));
  }

  /** A target with all that a check of it needs. */
  private final class Context {
    private final RegisteredTarget target;
    private final TargetGroupRecord group;
    private final LoadBalancerRecord loadBalancer;

    Context(RegisteredTarget target, TargetGroupRecord group, LoadBalancerRecord loadBalancer) {
      this.target = target;
      this.group = group;
      this.loadBalancer = loadBalancer;
    }

    TargetGroupRecord group() {
      return group;
    }

    boolean active() {
      return loadBalancer.active() && !nodes().isEmpty();
    }

    boolean passes() {
      boolean passes = true;
      for (NetworkInterfaceRecord node : nodes()) {
        boolean reached = placement.reaches(loadBalancer, node, target.key().ip(), port());
        count(node, reached);
        passes &= reached;
      }
      return passes;
    }

    /** MySQL counts each check as an interrupted handshake of the node's address. */
    private void count(NetworkInterfaceRecord node, boolean reached) {
      if (reached) {
        Duration interval = state.settings.seconds(group.check().intervalSeconds());
        state
            .network
            .hosts()
            .startInterrupting(node.privateIp(), target.key().ip(), port(), interval);
      } else {
        state.network.hosts().stopInterrupting(node.privateIp(), target.key().ip(), port());
      }
    }

    void stopCounting() {
      nodes().forEach(node -> count(node, false));
    }

    private int port() {
      return group.check().portOf(target.key().port());
    }

    private List<NetworkInterfaceRecord> nodes() {
      return placement.nodes(loadBalancer, group, target);
    }
  }
}
