package dev.drawbridge.simulator.events;

import dev.drawbridge.simulator.call.Caller;
import dev.drawbridge.simulator.operation.Operation;
import dev.drawbridge.simulator.operation.ServiceError;
import software.amazon.awssdk.services.eventbridge.model.DeleteRuleRequest;
import software.amazon.awssdk.services.eventbridge.model.DeleteRuleResponse;

/** Deletes a rule that has no targets; succeeds where there is no such rule. */
record DeleteRule(Rules rules) implements Operation<DeleteRuleRequest, DeleteRuleResponse> {

  @Override
  public DeleteRuleResponse handle(DeleteRuleRequest request, Caller caller) {
    Rules.checkBus(request.eventBusName());
    rules
        .find(caller, request.name())
        .ifPresent(
            rule -> {
              if (!rule.targets().isEmpty()) {
                throw ServiceError.client(
                    "ValidationException", "Rule can't be deleted since it has targets.");
              }
              rules.remove(rule);
            });
    return DeleteRuleResponse.builder().build();
  }
}
