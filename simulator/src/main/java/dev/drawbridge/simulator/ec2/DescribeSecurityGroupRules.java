package dev.drawbridge.simulator.ec2;

import dev.drawbridge.simulator.call.Caller;
import dev.drawbridge.simulator.operation.Operation;
import software.amazon.awssdk.services.ec2.model.DescribeSecurityGroupRulesRequest;
import software.amazon.awssdk.services.ec2.model.DescribeSecurityGroupRulesResponse;

record DescribeSecurityGroupRules(Ec2State state)
    implements Operation<DescribeSecurityGroupRulesRequest, DescribeSecurityGroupRulesResponse> {
  @Override
  public DescribeSecurityGroupRulesResponse handle(
      DescribeSecurityGroupRulesRequest request, Caller caller) {
    DryRun.check(request.dryRun());
    Filters<Rule> filters =
        new Filters<Rule>(state.tags)
            .on("group-id", Rule::groupId)
            .on("security-group-rule-id", Rule::id);
    Page<Rule> page =
        Page.of(
            filters.apply(
                state.rules.of(caller, request.securityGroupRuleIds()), request.filters()),
            request.maxResults(),
            request.nextToken());
    return DescribeSecurityGroupRulesResponse.builder()
        .securityGroupRules(page.shapes(new RuleShapes(state)::rule))
        .nextToken(page.next())
        .build();
  }
}
