package dev.drawbridge.simulator.events;

import dev.drawbridge.simulator.call.Caller;
import dev.drawbridge.simulator.operation.Operation;
import software.amazon.awssdk.services.eventbridge.model.EnableRuleRequest;
import software.amazon.awssdk.services.eventbridge.model.EnableRuleResponse;

/** Lets a rule take events; its schedule begins anew. */
record EnableRule(Rules rules) implements Operation<EnableRuleRequest, EnableRuleResponse> {

  @Override
  public EnableRuleResponse handle(EnableRuleRequest request, Caller caller) {
    rules.put(rules.get(caller, request.name(), request.eventBusName()).enabled(true));
    return EnableRuleResponse.builder().build();
  }
}
