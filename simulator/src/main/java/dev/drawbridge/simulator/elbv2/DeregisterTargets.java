package dev.drawbridge.simulator.elbv2;

import dev.drawbridge.simulator.call.Caller;
import dev.drawbridge.simulator.elbv2.Throttle.Bucket;
import dev.drawbridge.simulator.operation.Operation;
import java.util.Optional;
import software.amazon.awssdk.services.elasticloadbalancingv2.model.DeregisterTargetsRequest;
import software.amazon.awssdk.services.elasticloadbalancingv2.model.DeregisterTargetsResponse;

/** Succeeds for targets that are not registered; without a port it means the group's port. */
record DeregisterTargets(ElbState state, Registrations registrations)
    implements Operation<DeregisterTargetsRequest, DeregisterTargetsResponse> {
  @Override
  public DeregisterTargetsResponse handle(DeregisterTargetsRequest request, Caller caller) {
    state.throttle.take(Bucket.REGISTRATION, caller);
    TargetGroupRecord group = state.targetGroups.require(request.targetGroupArn(), caller);
    request
        .targets()
        .forEach(
            each ->
                registrations.deregister(
                    new RegisteredTarget.Key(
                        group.arn(),
                        each.id(),
                        Optional.ofNullable(each.port()).orElse(group.port())),
                    group));
    return DeregisterTargetsResponse.builder().build();
  }
}
