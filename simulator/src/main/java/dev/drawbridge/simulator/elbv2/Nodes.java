package dev.drawbridge.simulator.elbv2;

import dev.drawbridge.simulator.ec2.NetworkInterfaceRecord;
import dev.drawbridge.simulator.elbv2.ListenerRecord.Share;
import dev.drawbridge.simulator.elbv2.RegisteredTarget.Phase;
import dev.drawbridge.simulator.network.LoadBalancing;
import java.util.List;
import java.util.Optional;

/** The load balancers' nodes as the data path sees them. */
record Nodes(ElbState state) implements LoadBalancing {

  @Override
  public Optional<Node> nodeOf(String interfaceId) {
    return state.loadBalancers.where(each -> true).stream()
        .flatMap(
            loadBalancer ->
                loadBalancer.nodes().stream()
                    .filter(node -> node.id().equals(interfaceId))
                    .map(node -> node(loadBalancer, node)))
        .findFirst();
  }

  @Override
  public Optional<Node> nodeIn(String loadBalancerArn, String zoneId) {
    return state
        .loadBalancers
        .find(loadBalancerArn)
        .flatMap(
            loadBalancer ->
                loadBalancer.nodes().stream()
                    .filter(node -> node.subnet().zone().id().equals(zoneId))
                    .findFirst()
                    .map(node -> node(loadBalancer, node)));
  }

  private Node node(LoadBalancerRecord loadBalancer, NetworkInterfaceRecord node) {
    return new Node(
        loadBalancer.arn(),
        source(node),
        node.subnet().zone().id(),
        loadBalancer.active(),
        loadBalancer.groups(),
        loadBalancer.enforced());
  }

  /** Connections leave by any address of the node: UNCONFIRMED of those of PrivateLink. */
  private String source(NetworkInterfaceRecord node) {
    List<String> ips = node.privateIps();
    return ips.size() == 1
        ? node.privateIp()
        : ips.get(state.scheduler.random().nextInt(ips.size()));
  }

  @Override
  public boolean listens(Node node, int port) {
    return listener(node, port).isPresent();
  }

  @Override
  public boolean endsTls(Node node, int port) {
    return listener(node, port).flatMap(ListenerRecord::tls).isPresent();
  }

  @Override
  public Optional<LoadBalancing.Target> choose(Node node, int port) {
    return listener(node, port).flatMap(this::group).flatMap(group -> target(node, group));
  }

  private Optional<ListenerRecord> listener(Node node, int port) {
    return state.listenersOf.of(node.loadBalancerArn()).stream()
        .filter(each -> each.port() == port)
        .findFirst();
  }

  /** Draws a group by weight; weight 0 gets nothing. */
  private Optional<TargetGroupRecord> group(ListenerRecord listener) {
    List<Share> shares = listener.effective(state.scheduler.now());
    int total = shares.stream().mapToInt(Share::weight).sum();
    if (total == 0) {
      return Optional.empty();
    }
    int drawn = state.scheduler.random().nextInt(total);
    for (Share share : shares) {
      drawn -= share.weight();
      if (drawn < 0) {
        return state.targetGroups.find(share.targetGroupArn());
      }
    }
    return Optional.empty();
  }

  private Optional<LoadBalancing.Target> target(Node node, TargetGroupRecord group) {
    List<RegisteredTarget> eligible = eligible(node, group);
    List<RegisteredTarget> routed = eligible.stream().filter(RegisteredTarget::routed).toList();
    // All unhealthy: the node fails open and uses them all (AWS, "Health checks for Network Load
    // Balancer target groups").
    List<RegisteredTarget> candidates =
        routed.isEmpty()
            ? eligible.stream().filter(each -> each.phase() == Phase.UNHEALTHY).toList()
            : routed;
    if (candidates.isEmpty()) {
      return Optional.empty();
    }
    RegisteredTarget.Key drawn =
        candidates.get(state.scheduler.random().nextInt(candidates.size())).key();
    return Optional.of(
        new LoadBalancing.Target(
            drawn.ip(), drawn.port(), group.arn(), group.on("preserve_client_ip.enabled")));
  }

  private List<RegisteredTarget> eligible(Node node, TargetGroupRecord group) {
    Placement placement = new Placement(state);
    boolean crossZone =
        state.loadBalancers.find(node.loadBalancerArn()).filter(group::crossZone).isPresent();
    return state.targets.of(group.arn()).stream()
        .filter(placement::inUse)
        .filter(
            target ->
                crossZone || placement.zoneIdOf(target).filter(node.zoneId()::equals).isPresent())
        .toList();
  }
}
