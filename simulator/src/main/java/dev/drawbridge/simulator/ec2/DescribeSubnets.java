package dev.drawbridge.simulator.ec2;

import dev.drawbridge.simulator.call.Caller;
import dev.drawbridge.simulator.operation.Filters;
import dev.drawbridge.simulator.operation.Operation;
import dev.drawbridge.simulator.operation.Page;
import java.util.List;
import software.amazon.awssdk.services.ec2.model.DescribeSubnetsRequest;
import software.amazon.awssdk.services.ec2.model.DescribeSubnetsResponse;
import software.amazon.awssdk.services.ec2.model.Subnet;
import software.amazon.awssdk.services.ec2.model.SubnetIpv6CidrBlockAssociation;

record DescribeSubnets(Ec2State state)
    implements Operation<DescribeSubnetsRequest, DescribeSubnetsResponse> {
  @Override
  public DescribeSubnetsResponse handle(DescribeSubnetsRequest request, Caller caller) {
    DryRun.check(request.dryRun());
    Filters<SubnetRecord> filters =
        ResourceFilters.<SubnetRecord>over(state.tags)
            .on("subnet-id", SubnetRecord::id)
            .on("vpc-id", SubnetRecord::vpcId)
            .on("owner-id", subnet -> subnet.owner().account())
            .on("state", subnet -> "available")
            .on("cidr-block", SubnetRecord::cidr)
            .on("cidr", SubnetRecord::cidr)
            .on("cidrBlock", SubnetRecord::cidr)
            .on("availability-zone", subnet -> subnet.zone().name())
            .on("availabilityZone", subnet -> subnet.zone().name())
            .on("availability-zone-id", subnet -> subnet.zone().id())
            .on("ipv6-native", subnet -> String.valueOf(!subnet.hasIpv4()))
            .on("default-for-az", subnet -> "false")
            .on("map-public-ip-on-launch", subnet -> "false");
    Page<SubnetRecord> page =
        Pages.of(
            filters.apply(
                state.subnets.of(caller, request.subnetIds()),
                ResourceFilters.read(request.filters())),
            request.maxResults(),
            request.nextToken());
    return DescribeSubnetsResponse.builder()
        .subnets(page.shapes(this::shape))
        .nextToken(page.next())
        .build();
  }

  /** An IPv6-only subnet has no IPv4 block, and none of its addresses is counted. */
  private Subnet shape(SubnetRecord subnet) {
    return Subnet.builder()
        .subnetId(subnet.id())
        .subnetArn(subnet.owner().arn("ec2", "subnet/" + subnet.id()))
        .vpcId(subnet.vpcId())
        .ownerId(subnet.owner().account())
        .state("available")
        .cidrBlock(subnet.hasIpv4() ? subnet.cidr() : null)
        .availabilityZone(subnet.zone().name())
        .availabilityZoneId(subnet.zone().id())
        .availableIpAddressCount(subnet.hasIpv4() ? new NetworkInterfaces(state).free(subnet) : 0)
        .ipv6CidrBlockAssociationSet(ipv6(subnet))
        .ipv6Native(!subnet.hasIpv4())
        .assignIpv6AddressOnCreation(!subnet.hasIpv4())
        .defaultForAz(false)
        .mapPublicIpOnLaunch(false)
        .tags(state.tags.shapes(subnet.id()))
        .build();
  }

  /** The association's id is made of the subnet's. */
  private static List<SubnetIpv6CidrBlockAssociation> ipv6(SubnetRecord subnet) {
    return subnet.ipv6().isEmpty()
        ? List.of()
        : List.of(
            SubnetIpv6CidrBlockAssociation.builder()
                .associationId(subnet.id().replace("subnet-", "subnet-cidr-assoc-"))
                .ipv6CidrBlock(subnet.ipv6())
                .ipv6CidrBlockState(state -> state.state("associated"))
                .build());
  }
}
