package dev.drawbridge.simulator.ec2;

import dev.drawbridge.simulator.call.Caller;
import java.util.List;
import java.util.stream.Stream;

/** Makes VPCs and what is in them, for the setup of a world. */
record VpcBuilder(Ec2State state) {

  VpcRecord vpc(Caller owner, String cidr) {
    Cidr block = Cidr.parse(cidr);
    if (!state.vpcs.where(other -> overlaps(other, block)).isEmpty()) {
      throw new IllegalArgumentException(cidr + " overlaps another VPC of this world");
    }
    VpcRecord vpc =
        state.vpcs.put(new VpcRecord(state.ids.next("vpc"), owner, List.of(block.toString())));
    state.routeTables.put(
        new RouteTableRecord(state.ids.next("rtb"), owner, vpc.id(), true, List.of(), null));
    SecurityGroupRecord group = securityGroup(vpc, "default", "default VPC security group");
    addRule(
        group,
        new Rule.Traffic(false, "-1", -1, -1, new Rule.Members(group.id(), owner.account())));
    return vpc;
  }

  SubnetRecord subnet(VpcRecord vpc, String cidr, String zoneName) {
    Cidr block = Cidr.parse(cidr);
    Stream<Cidr> taken =
        state.subnets.where(other -> other.vpcId().equals(vpc.id()) && other.hasIpv4()).stream()
            .map(other -> Cidr.parse(other.cidr()));
    if (vpc.cidrs().stream().map(Cidr::parse).noneMatch(range -> range.contains(block))
        || taken.anyMatch(block::overlaps)) {
      throw new IllegalArgumentException(cidr + " is not free in " + vpc.cidrs());
    }
    return put(vpc, block.toString(), "", zoneName);
  }

  /** A subnet without IPv4 addresses; whether the block is free in the VPC is not checked. */
  SubnetRecord ipv6Subnet(VpcRecord vpc, String ipv6, String zoneName) {
    return put(vpc, "", ipv6, zoneName);
  }

  private SubnetRecord put(VpcRecord vpc, String cidr, String ipv6, String zoneName) {
    Zone zone = state.zones.named(vpc.owner(), zoneName);
    return state.subnets.put(
        new SubnetRecord(state.ids.next("subnet"), vpc.owner(), vpc.id(), cidr, ipv6, zone));
  }

  void routeToInternet(SubnetRecord subnet) {
    state.routeTables.put(
        new RouteTableRecord(
            state.ids.next("rtb"),
            subnet.owner(),
            subnet.vpcId(),
            false,
            List.of(subnet.id()),
            state.ids.next("igw")));
  }

  SecurityGroupRecord securityGroup(VpcRecord vpc, String name, String description) {
    SecurityGroupRecord group =
        state.groups.put(
            new SecurityGroupRecord(
                state.ids.next("sg"), vpc.owner(), vpc.id(), name, description));
    addRule(group, new Rule.Traffic(true, "-1", -1, -1, new Rule.Addresses("0.0.0.0/0")));
    return group;
  }

  void allowInbound(SecurityGroupRecord group, int fromPort, int toPort, Rule.Source source) {
    addRule(group, new Rule.Traffic(false, "tcp", fromPort, toPort, source));
    state.network.changes().happened();
  }

  private void addRule(SecurityGroupRecord group, Rule.Traffic traffic) {
    state.rules.put(new Rule(state.ids.next("sgr"), group.owner(), group.id(), traffic, ""));
  }

  private static boolean overlaps(VpcRecord other, Cidr block) {
    return other.cidrs().stream().map(Cidr::parse).anyMatch(block::overlaps);
  }
}
