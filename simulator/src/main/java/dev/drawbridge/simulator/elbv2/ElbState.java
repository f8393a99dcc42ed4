package dev.drawbridge.simulator.elbv2;

import dev.drawbridge.engine.time.Scheduler;
import dev.drawbridge.simulator.ec2.Ec2Service;
import dev.drawbridge.simulator.network.Network;
import dev.drawbridge.simulator.network.Probe;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/** All resources of Elastic Load Balancing in this world. */
final class ElbState {
  final Network network;
  final Scheduler scheduler;
  final ElbSettings settings;
  final Ec2Service ec2;
  final Probe probe;
  final Throttle throttle;
  final Resources<LoadBalancerRecord> loadBalancers =
      new Resources<>("LoadBalancerNotFound", "load balancer");
  final Resources<TargetGroupRecord> targetGroups =
      new Resources<>("TargetGroupNotFound", "target group");
  final Resources<ListenerRecord> listeners = new Resources<>("ListenerNotFound", "listener");
  final ListenerIndex listenersOf = new ListenerIndex(listeners);
  final TargetTable targets = new TargetTable();

  /** The ARNs of load balancers that AWS calls {@code active_impaired}. */
  final Set<String> impaired = new HashSet<>();

  /** Names of zones in which AWS has no room for a load balancer. */
  final Set<String> constrained = new HashSet<>();

  private final Map<String, Map<String, String>> tags = new HashMap<>();

  ElbState(Network network, ElbSettings settings, Ec2Service ec2, Probe probe) {
    this.network = network;
    this.scheduler = network.scheduler();
    this.settings = settings;
    this.ec2 = ec2;
    this.probe = probe;
    this.throttle = new Throttle(scheduler, settings.throttling());
  }

  /** The resource's tags, which may be changed. */
  Map<String, String> tags(String arn) {
    return tags.computeIfAbsent(arn, key -> new TreeMap<>());
  }

  void forgetTags(String arn) {
    tags.remove(arn);
  }

  /** Sixteen hexadecimal digits. */
  String suffix() {
    StringBuilder hex = new StringBuilder();
    scheduler.random().ints(16, 0, 16).forEach(n -> hex.append(Character.forDigit(n, 16)));
    return hex.toString();
  }

  /** The targets of the group that are not gone. */
  List<RegisteredTarget> targetsOf(String groupArn) {
    return targets.of(groupArn).stream()
        .filter(target -> target.phase() != RegisteredTarget.Phase.GONE)
        .toList();
  }

  /** The load balancer that forwards to the group; a group serves one at most. */
  Optional<LoadBalancerRecord> loadBalancerOf(String groupArn) {
    return listenersOf.of(groupArn).stream()
        .filter(listener -> listener.reaches(groupArn, scheduler.now()))
        .findFirst()
        .flatMap(listener -> loadBalancers.find(listener.loadBalancerArn()));
  }
}
