package dev.drawbridge.simulator.events;

import dev.drawbridge.simulator.call.Caller;
import dev.drawbridge.simulator.operation.Operation;
import software.amazon.awssdk.services.eventbridge.model.DescribeRuleRequest;
import software.amazon.awssdk.services.eventbridge.model.DescribeRuleResponse;
import software.amazon.awssdk.services.eventbridge.model.RuleState;

/** Describes a rule. */
record DescribeRule(Rules rules) implements Operation<DescribeRuleRequest, DescribeRuleResponse> {

  @Override
  public DescribeRuleResponse handle(DescribeRuleRequest request, Caller caller) {
    RuleRecord rule = rules.get(caller, request.name(), request.eventBusName());
    return DescribeRuleResponse.builder()
        .name(rule.name())
        .arn(rule.arn())
        .description(rule.description().orElse(null))
        .eventPattern(rule.pattern().orElse(null))
        .scheduleExpression(rule.schedule().orElse(null))
        .state(rule.enabled() ? RuleState.ENABLED : RuleState.DISABLED)
        .eventBusName("default")
        .createdBy(rule.owner().account())
        .build();
  }
}
