package dev.drawbridge.simulator.elbv2;

import dev.drawbridge.engine.evidence.Published;

/**
 * How many of each an account may have in a region.
 *
 * @param interfacesPerVpc of network load balancers, which have one in each of their zones
 */
public record ElbQuotas(
    @Published("Quotas for Network Load Balancers") int loadBalancersPerRegion,
    @Published("Quotas for Network Load Balancers") int interfacesPerVpc,
    @Published("Quotas for Network Load Balancers") int listenersPerLoadBalancer,
    @Published("Quotas for Network Load Balancers") int targetGroupsPerRegion,
    @Published("Quotas for Network Load Balancers") int targetsPerGroup,
    @Published("Quotas for Network Load Balancers") int groupsPerAction) {

  /** The same, with as many as have been asked for. */
  public ElbQuotas raised(int loadBalancers, int interfaces, int targetGroups) {
    return new ElbQuotas(
        loadBalancers,
        interfaces,
        listenersPerLoadBalancer,
        targetGroups,
        targetsPerGroup,
        groupsPerAction);
  }

  static ElbQuotas published() {
    return new ElbQuotas(50, 1200, 50, 3000, 1000, 5);
  }
}
