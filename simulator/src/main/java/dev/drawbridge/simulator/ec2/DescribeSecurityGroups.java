package dev.drawbridge.simulator.ec2;

import dev.drawbridge.simulator.call.Caller;
import dev.drawbridge.simulator.operation.Filters;
import dev.drawbridge.simulator.operation.Operation;
import dev.drawbridge.simulator.operation.Page;
import java.util.List;
import software.amazon.awssdk.services.ec2.model.DescribeSecurityGroupsRequest;
import software.amazon.awssdk.services.ec2.model.DescribeSecurityGroupsResponse;
import software.amazon.awssdk.services.ec2.model.SecurityGroup;

record DescribeSecurityGroups(Ec2State state, SecurityRules rules)
    implements Operation<DescribeSecurityGroupsRequest, DescribeSecurityGroupsResponse> {
  @Override
  public DescribeSecurityGroupsResponse handle(
      DescribeSecurityGroupsRequest request, Caller caller) {
    DryRun.check(request.dryRun());
    Pages.checkAlone("groupIds", request.groupIds(), request.maxResults());
    Filters<SecurityGroupRecord> filters =
        ResourceFilters.<SecurityGroupRecord>over(state.tags)
            .on("group-id", SecurityGroupRecord::id)
            .on("group-name", SecurityGroupRecord::name)
            .on("description", SecurityGroupRecord::description)
            .on("vpc-id", SecurityGroupRecord::vpcId)
            .on("owner-id", group -> group.owner().account())
            .onAny("ip-permission.cidr", group -> cidrs(group, false))
            .onAny("egress.ip-permission.cidr", group -> cidrs(group, true))
            .onAny("ip-permission.group-id", group -> referenced(group, false))
            .onAny("egress.ip-permission.group-id", group -> referenced(group, true));
    List<SecurityGroupRecord> rows =
        state.groups.of(caller, request.groupIds()).stream()
            .filter(
                group ->
                    request.groupNames().isEmpty() || request.groupNames().contains(group.name()))
            .toList();
    Page<SecurityGroupRecord> page =
        Pages.of(
            filters.apply(rows, ResourceFilters.read(request.filters())),
            request.maxResults(),
            request.nextToken());
    return DescribeSecurityGroupsResponse.builder()
        .securityGroups(page.shapes(this::shape))
        .nextToken(page.next())
        .build();
  }

  private List<String> cidrs(SecurityGroupRecord group, boolean egress) {
    return rules.of(group.id(), egress).stream()
        .flatMap(
            rule ->
                rule.traffic().source() instanceof Rule.Addresses block
                    ? List.of(block.cidr()).stream()
                    : List.<String>of().stream())
        .toList();
  }

  private List<String> referenced(SecurityGroupRecord group, boolean egress) {
    return rules.of(group.id(), egress).stream()
        .flatMap(
            rule ->
                rule.traffic().source() instanceof Rule.Members members
                    ? List.of(members.groupId()).stream()
                    : List.<String>of().stream())
        .toList();
  }

  private SecurityGroup shape(SecurityGroupRecord group) {
    RuleShapes shapes = new RuleShapes(state);
    return SecurityGroup.builder()
        .groupId(group.id())
        .groupName(group.name())
        .description(group.description())
        .vpcId(group.vpcId())
        .ownerId(group.owner().account())
        .securityGroupArn(group.owner().arn("ec2", "security-group/" + group.id()))
        .ipPermissions(shapes.permissions(rules.of(group.id(), false)))
        .ipPermissionsEgress(shapes.permissions(rules.of(group.id(), true)))
        .tags(state.tags.shapes(group.id()))
        .build();
  }
}
