package dev.drawbridge.simulator.ec2;

import dev.drawbridge.simulator.call.Caller;
import dev.drawbridge.simulator.operation.Filters;
import dev.drawbridge.simulator.operation.Operation;
import dev.drawbridge.simulator.operation.Page;
import java.util.List;
import software.amazon.awssdk.services.ec2.model.DescribeSecurityGroupsRequest;
import software.amazon.awssdk.services.ec2.model.DescribeSecurityGroupsResponse;

record DescribeSecurityGroups(Ec2State state, SecurityRules rules)
    implements Operation<DescribeSecurityGroupsRequest, DescribeSecurityGroupsResponse> {
  @Override
  public DescribeSecurityGroupsResponse handle(
      DescribeSecurityGroupsRequest request, Caller caller) {
    DryRun.check(request.dryRun());
    Filters<SecurityGroup> filters =
        ResourceFilters.<SecurityGroup>over(state.tags)
            .on("group-id", SecurityGroup::id)
            .on("group-name", SecurityGroup::name)
            .on("description", SecurityGroup::description)
            .on("vpc-id", SecurityGroup::vpcId)
            .on("owner-id", group -> group.owner().account())
            .onAny("ip-permission.cidr", group -> cidrs(group, false))
            .onAny("egress.ip-permission.cidr", group -> cidrs(group, true))
            .onAny("ip-permission.group-id", group -> referenced(group, false))
            .onAny("egress.ip-permission.group-id", group -> referenced(group, true));
    List<SecurityGroup> rows =
        state.groups.of(caller, request.groupIds()).stream()
            .filter(
                group ->
                    request.groupNames().isEmpty() || request.groupNames().contains(group.name()))
            .toList();
    Page<SecurityGroup> page =
        Pages.of(
            filters.apply(rows, ResourceFilters.read(request.filters())),
            request.maxResults(),
            request.nextToken());
    return DescribeSecurityGroupsResponse.builder()
        .securityGroups(page.shapes(this::shape))
        .nextToken(page.next())
        .build();
  }

  private List<String> cidrs(SecurityGroup group, boolean egress) {
    return rules.of(group.id(), egress).stream()
        .flatMap(
            rule ->
                rule.traffic().source() instanceof Rule.Addresses block
                    ? List.of(block.cidr()).stream()
                    : List.<String>of().stream())
        .toList();
  }

  private List<String> referenced(SecurityGroup group, boolean egress) {
    return rules.of(group.id(), egress).stream()
        .flatMap(
            rule ->
                rule.traffic().source() instanceof Rule.Members members
                    ? List.of(members.groupId()).stream()
                    : List.<String>of().stream())
        .toList();
  }

  private software.amazon.awssdk.services.ec2.model.SecurityGroup shape(SecurityGroup group) {
    RuleShapes shapes = new RuleShapes(state);
    return software.amazon.awssdk.services.ec2.model.SecurityGroup.builder()
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
