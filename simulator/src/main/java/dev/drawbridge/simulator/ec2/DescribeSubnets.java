package dev.drawbridge.simulator.ec2;

import dev.drawbridge.simulator.call.Caller;
import dev.drawbridge.simulator.operation.Filters;
import dev.drawbridge.simulator.operation.Operation;
import dev.drawbridge.simulator.operation.Page;
import software.amazon.awssdk.services.ec2.model.DescribeSubnetsRequest;
import software.amazon.awssdk.services.ec2.model.DescribeSubnetsResponse;
import software.amazon.awssdk.services.ec2.model.Subnet;

record DescribeSubnets(Ec2State state)
    implements Operation<DescribeSubnetsRequest, DescribeSubnetsResponse> {
  /** AWS keeps five addresses of every subnet ("Subnet CIDR blocks"). */
  private static final int RESERVED = 5;

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

  private Subnet shape(SubnetRecord subnet) {
    int used = state.interfaces.where(each -> each.subnet().id().equals(subnet.id())).size();
    return Subnet.builder()
        .subnetId(subnet.id())
        .subnetArn(subnet.owner().arn("ec2", "subnet/" + subnet.id()))
        .vpcId(subnet.vpcId())
        .ownerId(subnet.owner().account())
        .state("available")
        .cidrBlock(subnet.cidr())
        .availabilityZone(subnet.zone().name())
        .availabilityZoneId(subnet.zone().id())
        .availableIpAddressCount((int) Cidr.parse(subnet.cidr()).size() - RESERVED - used)
        .assignIpv6AddressOnCreation(false)
        .defaultForAz(false)
        .mapPublicIpOnLaunch(false)
        .tags(state.tags.shapes(subnet.id()))
        .build();
  }
}
