package dev.drawbridge.simulator.events;

import dev.drawbridge.simulator.call.Caller;
import dev.drawbridge.simulator.operation.Operation;
import software.amazon.awssdk.services.eventbridge.model.RemoveTargetsRequest;
import software.amazon.awssdk.services.eventbridge.model.RemoveTargetsResponse;

/** Removes targets from a rule; those that it has not are no error. */
record RemoveTargets(Rules rules)
    implements Operation<RemoveTargetsRequest, RemoveTargetsResponse> {

  @Override
  public RemoveTargetsResponse handle(RemoveTargetsRequest request, Caller caller) {
    RuleRecord rule = rules.get(caller, request.rule(), request.eventBusName());
    rules.retarget(
        rule, rule.targets().stream().filter(t -> !request.ids().contains(t.id())).toList());
    return RemoveTargetsResponse.builder().failedEntryCount(0).build();
  }
}
