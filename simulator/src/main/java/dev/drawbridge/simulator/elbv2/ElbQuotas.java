package dev.drawbridge.simulator.elbv2;

import dev.drawbridge.engine.evidence.Published;

/** How many of each an account may have in a region. */
public record ElbQuotas(
    @Published("Quotas for Network Load Balancers") int loadBalancersPerRegion,
    @Published("Quotas for Network Load Balancers") int listenersPerLoadBalancer,
    @Published("Quotas for Network Load Balancers") int targetGroupsPerRegion,
    @Published("Quotas for Network Load Balancers") int targetsPerGroup,
    @Published("Quotas for Network Load Balancers") int groupsPerAction) {

  /** The same, with as many load balancers and target groups as have been asked for. */
  public ElbQuotas raised(int loadBalancers, int targetGroups) {
    return new ElbQuotas(
        loadBalancers, listenersPerLoadBalancer, targetGroups, targetsPerGroup, groupsPerAction);
  }

  static ElbQuotas published() {
    return new ElbQuotas(50, 50, 3000, 1000, 5);
  }
}
