package dev.drawbridge.simulator.ec2;

import dev.drawbridge.simulator.call.Caller;
import dev.drawbridge.simulator.operation.Filters;
import dev.drawbridge.simulator.operation.Operation;
import dev.drawbridge.simulator.operation.Page;
import software.amazon.awssdk.services.ec2.model.DescribeVpcsRequest;
import software.amazon.awssdk.services.ec2.model.DescribeVpcsResponse;
import software.amazon.awssdk.services.ec2.model.Vpc;
import software.amazon.awssdk.services.ec2.model.VpcCidrBlockAssociation;
import software.amazon.awssdk.services.ec2.model.VpcCidrBlockStateCode;

record DescribeVpcs(Ec2State state)
    implements Operation<DescribeVpcsRequest, DescribeVpcsResponse> {
  @Override
  public DescribeVpcsResponse handle(DescribeVpcsRequest request, Caller caller) {
    DryRun.check(request.dryRun());
    Filters<VpcRecord> filters =
        ResourceFilters.<VpcRecord>over(state.tags)
            .on("vpc-id", VpcRecord::id)
            .on("owner-id", vpc -> vpc.owner().account())
            .on("state", vpc -> "available")
            .on("is-default", vpc -> "false")
            .on("cidr", vpc -> vpc.cidrs().getFirst())
            .on("cidr-block", vpc -> vpc.cidrs().getFirst())
            .onAny("cidr-block-association.cidr-block", VpcRecord::cidrs);
    Page<VpcRecord> page =
        Pages.of(
            filters.apply(
                state.vpcs.of(caller, request.vpcIds()), ResourceFilters.read(request.filters())),
            request.maxResults(),
            request.nextToken());
    return DescribeVpcsResponse.builder()
        .vpcs(page.shapes(this::shape))
        .nextToken(page.next())
        .build();
  }

  private Vpc shape(VpcRecord vpc) {
    return Vpc.builder()
        .vpcId(vpc.id())
        .ownerId(vpc.owner().account())
        .state("available")
        .cidrBlock(vpc.cidrs().getFirst())
        .cidrBlockAssociationSet(vpc.cidrs().stream().map(DescribeVpcs::association).toList())
        .dhcpOptionsId("default")
        .instanceTenancy("default")
        .isDefault(false)
        .tags(state.tags.shapes(vpc.id()))
        .build();
  }

  private static VpcCidrBlockAssociation association(String cidr) {
    return VpcCidrBlockAssociation.builder()
        .associationId("vpc-cidr-assoc-%08x".formatted(cidr.hashCode()))
        .cidrBlock(cidr)
        .cidrBlockState(state -> state.state(VpcCidrBlockStateCode.ASSOCIATED))
        .build();
  }
}
