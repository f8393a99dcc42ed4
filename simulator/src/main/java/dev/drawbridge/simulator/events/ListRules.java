package dev.drawbridge.simulator.events;

import dev.drawbridge.simulator.call.Caller;
import dev.drawbridge.simulator.operation.Operation;
import dev.drawbridge.simulator.operation.Page;
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
    List<RuleRecord> found =
        rules.of(caller.account(), caller.region()).stream()
            .filter(rule -> rule.name().startsWith(prefix))
            .toList();
    Page<RuleRecord> page = Pages.of(found, request.limit(), request.nextToken());
    return ListRulesResponse.builder()
        .rules(page.shapes(ListRules::view))
        .nextToken(page.next())
        .build();
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
