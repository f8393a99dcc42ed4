package dev.drawbridge.simulator.ec2;

import dev.drawbridge.engine.evidence.Published;

/**
 * How many of each there may be.
 *
 * @param endpointsPerVpc interface endpoints in one VPC
 * @param rulesPerGroup inbound, and outbound, rules of one security group
 * @param groupsPerInterface security groups of one interface
 * @param groupsPerRegion security groups of one region
 */
public record Ec2Quotas(
    @Published("AWS PrivateLink quotas") int endpointsPerVpc,
    @Published("Amazon VPC quotas") int rulesPerGroup,
    @Published("Amazon VPC quotas") int groupsPerInterface,
    @Published("Amazon VPC quotas") int groupsPerRegion) {

  /** The same, with as many security groups in a region as have been asked for. */
  public Ec2Quotas groupsPerRegion(int raised) {
    return new Ec2Quotas(endpointsPerVpc, rulesPerGroup, groupsPerInterface, raised);
  }

  static Ec2Quotas published() {
    return new Ec2Quotas(50, 60, 5, 2500);
  }
}
