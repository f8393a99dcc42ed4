package dev.drawbridge.simulator.ec2;

import dev.drawbridge.simulator.call.Caller;
import dev.drawbridge.simulator.operation.Filters;
import dev.drawbridge.simulator.operation.Operation;
import dev.drawbridge.simulator.operation.Page;
import software.amazon.awssdk.services.ec2.model.DescribeSecurityGroupRulesRequest;
import software.amazon.awssdk.services.ec2.model.DescribeSecurityGroupRulesResponse;

record DescribeSecurityGroupRules(Ec2State state)
    implements Operation<DescribeSecurityGroupRulesRequest, DescribeSecurityGroupRulesResponse> {
  @Override
  public DescribeSecurityGroupRulesResponse handle(
      DescribeSecurityGroupRulesRequest request, Caller caller) {
    DryRun.check(request.dryRun());
    Filters<Rule> filters =
        ResourceFilters.<Rule>over(state.tags)
            .on("group-id", Rule::groupId)
            .on("security-group-rule-id", Rule::id);
    Page<Rule> page =
        Pages.of(
            filters.apply(
                state.rules.of(caller, request.securityGroupRuleIds()),
                ResourceFilters.read(request.filters())),
            request.maxResults(),
            request.nextToken());
    return DescribeSecurityGroupRulesResponse.builder()
        .securityGroupRules(page.shapes(new RuleShapes(state)::rule))
        .nextToken(page.next())
        .build();
  }
}
