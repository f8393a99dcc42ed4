package dev.drawbridge.simulator.network;

import dev.drawbridge.engine.time.Scheduler;
import dev.drawbridge.simulator.network.Blocked.Reason;
import dev.drawbridge.simulator.network.LoadBalancing.Node;
import dev.drawbridge.simulator.network.LoadBalancing.Target;
import dev.drawbridge.simulator.network.PrivateLink.Entrance;
import java.util.List;
import java.util.Optional;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;

/**
 * Decides what becomes of a TCP connection attempt in the VPCs of this world.
 *
 * <p>The order is that of the packets: the client's outbound rules, the interface it addresses, the
 * load balancer's inbound rules, the choice of a target, the load balancer's outbound rules, the
 * target's inbound rules, the server.
 */
public final class Path {
  /** The three segments that open a connection, of 40 bytes each. */
  private static final long HANDSHAKE_BYTES = 120;

  private final Hosts hosts;
  private final Scheduler scheduler;
  private final Traffic traffic;
  private final Fabric fabric;
  private final PrivateLink privateLink;
  private final LoadBalancing loadBalancing;
  private final RandomGenerator random;

  /** A path over what the services know at the moment of each attempt. */
  public Path(
      Network network, Fabric fabric, PrivateLink privateLink, LoadBalancing loadBalancing) {
    this.hosts = network.hosts();
    this.scheduler = network.scheduler();
    this.traffic = network.traffic();
    this.random = scheduler.random();
    this.fabric = fabric;
    this.privateLink = privateLink;
    this.loadBalancing = loadBalancing;
  }

  /**
   * Attempts a connection and, where it reaches a server, counts as a successful login there.
   *
   * @param sourceIp the client's address; a host without an interface needs only be in a VPC
   */
  public PathResult connect(String sourceIp, String destinationIp, int port) {
    Optional<Attachment> destination = fabric.at(destinationIp);
    if (destination.isEmpty() || !sameVpc(sourceIp, destination.get())) {
      return new Blocked(Reason.NO_ROUTE, "%s from %s".formatted(destinationIp, sourceIp));
    }
    Attachment entry = destination.get();
    List<String> clientGroups = fabric.at(sourceIp).map(Attachment::groups).orElse(List.of());
    Peer client = new Peer(sourceIp, clientGroups);
    if (fabric.at(sourceIp).isPresent()
        && !fabric.admitsOutbound(clientGroups, new Peer(destinationIp, entry.groups()), port)) {
      return new Blocked(Reason.CLIENT_OUTBOUND, String.join(",", clientGroups));
    }
    Optional<Entrance> entrance = privateLink.entrance(entry.interfaceId());
    if (entrance.isPresent()) {
      return throughEndpoint(entrance.get(), entry, client, port);
    }
    Optional<Node> node = loadBalancing.nodeOf(entry.interfaceId());
    return node.isPresent()
        ? throughNode(node.get(), client, port, null)
        : toServer(new Reached(destinationIp, port, sourceIp, null, null, null), client);
  }

  private boolean sameVpc(String sourceIp, Attachment destination) {
    return fabric.vpcOf(sourceIp).filter(destination.vpcId()::equals).isPresent();
  }

  private PathResult throughEndpoint(Entrance entrance, Attachment entry, Peer client, int port) {
    if (!fabric.admitsInbound(entry.groups(), client, port)) {
      return new Blocked(Reason.ENDPOINT_INBOUND, String.join(",", entry.groups()));
    }
    if (!entrance.available()) {
      return new Blocked(
          Reason.ENDPOINT_STATE, "%s is %s".formatted(entrance.endpointId(), entrance.state()));
    }
    List<Node> nodes =
        entrance.loadBalancerArns().stream()
            .flatMap(arn -> loadBalancing.nodeIn(arn, entrance.zoneId()).stream())
            .toList();
    if (nodes.isEmpty()) {
      return new Blocked(Reason.LOAD_BALANCER_STATE, "no node in " + entrance.zoneId());
    }
    // The rule sees the address in the consumer's VPC; a group of that VPC cannot be referred to.
    PathResult result =
        throughNode(
            nodes.get(random.nextInt(nodes.size())),
            Peer.byAddress(client.ip()),
            port,
            entrance.endpointId());
    if (result instanceof Reached) {
      entrance
          .meter()
          .ifPresent(
              meter ->
                  traffic.count(meter, entrance.endpointId(), scheduler.now(), HANDSHAKE_BYTES));
    }
    return result;
  }

  private PathResult throughNode(Node node, Peer client, int port, @Nullable String endpointId) {
    if (!node.active()) {
      return new Blocked(Reason.LOAD_BALANCER_STATE, node.loadBalancerArn());
    }
    boolean filtered = !node.groups().isEmpty() && (endpointId == null || node.enforced());
    if (filtered && !fabric.admitsInbound(node.groups(), client, port)) {
      return new Blocked(Reason.LOAD_BALANCER_INBOUND, String.join(",", node.groups()));
    }
    if (!loadBalancing.listens(node, port)) {
      return new Blocked(Reason.NO_LISTENER, "%s:%d".formatted(node.loadBalancerArn(), port));
    }
    if (loadBalancing.endsTls(node, port)) {
      return new Blocked(Reason.TLS_EXPECTED, "%s:%d".formatted(node.loadBalancerArn(), port));
    }
    Optional<Target> target = loadBalancing.choose(node, port);
    return target.isEmpty()
        ? new Blocked(Reason.NO_TARGET, "%s:%d".formatted(node.loadBalancerArn(), port))
        : toTarget(node, target.get(), client, endpointId);
  }

  private PathResult toTarget(Node node, Target target, Peer client, @Nullable String endpointId) {
    if (!fabric.vpcOf(target.ip()).equals(fabric.vpcOf(node.ip()))) {
      return new Blocked(Reason.NO_ROUTE, "%s from %s".formatted(target.ip(), node.ip()));
    }
    List<String> targetGroups = fabric.at(target.ip()).map(Attachment::groups).orElse(List.of());
    if (!node.groups().isEmpty()
        && !fabric.admitsOutbound(
            node.groups(), new Peer(target.ip(), targetGroups), target.port())) {
      return new Blocked(Reason.LOAD_BALANCER_OUTBOUND, String.join(",", node.groups()));
    }
    boolean keeps = target.keepsClientAddress() && endpointId == null;
    String seen = keeps ? client.ip() : node.ip();
    // With enforcement off, PrivateLink traffic matches no reference to the load balancer's group
    // (AWS, "Register targets with your Network Load Balancer", target security groups).
    boolean refersToGroup = endpointId == null || node.enforced();
    Peer peer = refersToGroup ? new Peer(seen, node.groups()) : Peer.byAddress(seen);
    return toServer(
        new Reached(
            target.ip(), target.port(), seen, node.ip(), target.targetGroupArn(), endpointId),
        peer);
  }

  private PathResult toServer(Reached reached, Peer peer) {
    Optional<Attachment> target = fabric.at(reached.targetIp());
    if (target.isPresent() && !fabric.admitsInbound(target.get().groups(), peer, reached.port())) {
      return new Blocked(Reason.TARGET_INBOUND, String.join(",", target.get().groups()));
    }
    String server = "%s:%d".formatted(reached.targetIp(), reached.port());
    if (hosts.isSilent(reached.targetIp())) {
      return new Blocked(Reason.SILENT, server);
    }
    if (hosts.listener(reached.targetIp(), reached.port()).isEmpty()) {
      return new Blocked(Reason.REFUSED, server);
    }
    if (hosts.blocks(reached.targetIp(), reached.port(), reached.sourceSeen())) {
      return new Blocked(Reason.HOST_BLOCKED, server + " blocks " + reached.sourceSeen());
    }
    hosts.loggedIn(reached.sourceSeen(), reached.targetIp(), reached.port());
    return reached;
  }
}
