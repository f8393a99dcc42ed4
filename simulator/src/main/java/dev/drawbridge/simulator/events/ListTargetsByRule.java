package dev.drawbridge.simulator.events;

import dev.drawbridge.simulator.call.Caller;
import dev.drawbridge.simulator.operation.Operation;
import dev.drawbridge.simulator.operation.Page;
import software.amazon.awssdk.services.eventbridge.model.DeadLetterConfig;
import software.amazon.awssdk.services.eventbridge.model.ListTargetsByRuleRequest;
import software.amazon.awssdk.services.eventbridge.model.ListTargetsByRuleResponse;
import software.amazon.awssdk.services.eventbridge.model.RetryPolicy;
import software.amazon.awssdk.services.eventbridge.model.Target;

/** Lists the targets of a rule. */
record ListTargetsByRule(Rules rules)
    implements Operation<ListTargetsByRuleRequest, ListTargetsByRuleResponse> {

  @Override
  public ListTargetsByRuleResponse handle(ListTargetsByRuleRequest request, Caller caller) {
    RuleRecord rule = rules.get(caller, request.rule(), request.eventBusName());
    Page<RuleTarget> page = Pages.of(rule.targets(), request.limit(), request.nextToken());
    return ListTargetsByRuleResponse.builder()
        .targets(page.shapes(ListTargetsByRule::view))
        .nextToken(page.next())
        .build();
  }

  private static Target view(RuleTarget target) {
    return Target.builder()
        .id(target.id())
        .arn(target.arn())
        .roleArn(target.role().orElse(null))
        .input(target.input().orElse(null))
        .deadLetterConfig(
            target.deadLetters().map(q -> DeadLetterConfig.builder().arn(q).build()).orElse(null))
        .retryPolicy(
            RetryPolicy.builder()
                .maximumRetryAttempts(target.retries())
                .maximumEventAgeInSeconds(target.oldest().orElse(null))
                .build())
        .build();
  }
}
