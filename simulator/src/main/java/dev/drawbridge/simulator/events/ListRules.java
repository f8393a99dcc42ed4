package dev.drawbridge.simulator.events;

import dev.drawbridge.simulator.call.Caller;
import dev.drawbridge.simulator.operation.Operation;
import java.util.List;
import software.amazon.awssdk.services.eventbridge.model.ListRulesRequest;
import software.amazon.awssdk.services.eventbridge.model.ListRulesResponse;
import software.amazon.awssdk.services.eventbridge.model.Rule;
import software.amazon.awssdk.services.eventbridge.model.RuleState;

/** Lists rules by name, all at once. */
record ListRules(Rules rules) implements Operation<ListRulesRequest, ListRulesResponse> {

  @Override
  public ListRulesResponse handle(ListRulesRequest request, Caller caller) {
    Rules.checkBus(request.eventBusName());
    String prefix = request.namePrefix() == null ? "" : request.namePrefix();
    List<Rule> found =
        rules.of(caller.account(), caller.region()).stream()
            .filter(r -> r.name().startsWith(prefix))
            .map(ListRules::view)
            .toList();
    return ListRulesResponse.builder().rules(found).build();
  }

  private static Rule view(RuleRecord rule) {
    return Rule.builder()
        .name(rule.name())
        .arn(rule.arn())
        .description(rule.description().orElse(null))
        .eventPattern(rule.pattern().orElse(null))
        .scheduleExpression(rule.schedule().orElse(null))
        .state(rule.enabled() ? RuleState.ENABLED : RuleState.DISABLED)
        .eventBusName("default")
        .build();
  }
}
