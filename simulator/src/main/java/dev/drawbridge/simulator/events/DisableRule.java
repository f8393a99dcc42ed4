package dev.drawbridge.simulator.events;

import dev.drawbridge.simulator.call.Caller;
import dev.drawbridge.simulator.operation.Operation;
import software.amazon.awssdk.services.eventbridge.model.DisableRuleRequest;
import software.amazon.awssdk.services.eventbridge.model.DisableRuleResponse;

/** Lets a rule take no events; its schedule stops. */
record DisableRule(Rules rules) implements Operation<DisableRuleRequest, DisableRuleResponse> {

  @Override
  public DisableRuleResponse handle(DisableRuleRequest request, Caller caller) {
    rules.put(rules.get(caller, request.name(), request.eventBusName()).enabled(false));
    return DisableRuleResponse.builder().build();
  }
}
