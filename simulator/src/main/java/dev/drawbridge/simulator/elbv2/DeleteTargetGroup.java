package dev.drawbridge.simulator.elbv2;

import dev.drawbridge.simulator.call.Caller;
import dev.drawbridge.simulator.elbv2.Throttle.Bucket;
import dev.drawbridge.simulator.operation.Operation;
import dev.drawbridge.simulator.operation.ServiceError;
import software.amazon.awssdk.services.elasticloadbalancingv2.model.DeleteTargetGroupRequest;
import software.amazon.awssdk.services.elasticloadbalancingv2.model.DeleteTargetGroupResponse;

/** A group that is not there is deleted already: the API's model names no error for it. */
record DeleteTargetGroup(ElbState state)
    implements Operation<DeleteTargetGroupRequest, DeleteTargetGroupResponse> {
  @Override
  public DeleteTargetGroupResponse handle(DeleteTargetGroupRequest request, Caller caller) {
    state.throttle.take(Bucket.MUTATION, caller);
    state
        .targetGroups
        .find(request.targetGroupArn())
        .filter(group -> group.owner().account().equals(caller.account()))
        .ifPresent(this::delete);
    return DeleteTargetGroupResponse.builder().build();
  }

  private void delete(TargetGroupRecord group) {
    if (state.listenersOf.of(group.arn()).stream().anyMatch(one -> one.uses(group.arn()))) {
      throw ServiceError.client(
          "ResourceInUse",
          "Target group '%s' is currently in use by a listener or a rule".formatted(group.arn()));
    }
    state.targetGroups.remove(group.arn());
    state.targets.removeAll(group.arn());
    state.forgetTags(group.arn());
  }
}
