package dev.drawbridge.simulator.elbv2;

/**
 * The secondary addresses of nodes ("Secondary IP addresses", Network Load Balancers guide): AWS
 * assigns as many in each subnet as the attribute says, and takes none away.
 */
record SecondaryAddresses(ElbState state) {
  private static final String PER_SUBNET = "secondary_ips.auto_assigned.per_subnet";

  /** The load balancer with those that its attribute says. */
  LoadBalancerRecord assign(LoadBalancerRecord loadBalancer) {
    int count = Integer.parseInt(loadBalancer.attributes().getOrDefault(PER_SUBNET, "0"));
    return count == 0
        ? loadBalancer
        : loadBalancer.withNodes(
            loadBalancer.nodes().stream()
                .map(node -> state.ec2.interfaces().withSecondaries(node.id(), count))
                .toList());
  }
}
