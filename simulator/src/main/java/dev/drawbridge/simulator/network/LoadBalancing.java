package dev.drawbridge.simulator.network;

import java.util.List;
import java.util.Optional;

/** What the data path asks of the load balancers. */
public interface LoadBalancing {

  /**
   * One load balancer's node in one availability zone.
   *
   * @param loadBalancerArn the load balancer
   * @param ip the node's private address
   * @param zoneId the id of its availability zone
   * @param active whether the load balancer has left {@code provisioning}
   * @param groups its security groups; empty for one made without any
   * @param enforced whether inbound rules are applied to PrivateLink traffic
   */
  record Node(
      String loadBalancerArn,
      String ip,
      String zoneId,
      boolean active,
      List<String> groups,
      boolean enforced) {
    /** Keeps a copy of the groups. */
    public Node {
      groups = List.copyOf(groups);
    }
  }

  /**
   * Where a node sends a new connection.
   *
   * @param keepsClientAddress whether the group preserves the client's address (never over
   *     PrivateLink)
   */
  record Target(String ip, int port, String targetGroupArn, boolean keepsClientAddress) {}

  /** The node that the interface belongs to. */
  Optional<Node> nodeOf(String interfaceId);

  /** The load balancer's node in the zone. */
  Optional<Node> nodeIn(String loadBalancerArn, String zoneId);

  /** Whether a listener is on the port. */
  boolean listens(Node node, int port);

  /** Whether the listener on the port ends TLS: who speaks plainly first is not understood. */
  boolean endsTls(Node node, int port);

  /** Chooses a target for a new connection; empty when the node has none to choose from. */
  Optional<Target> choose(Node node, int port);
}
