package dev.drawbridge.simulator.elbv2;

import dev.drawbridge.simulator.call.Caller;
import dev.drawbridge.simulator.elbv2.Throttle.Bucket;
import dev.drawbridge.simulator.operation.Operation;
import java.util.Map;
import software.amazon.awssdk.services.elasticloadbalancingv2.model.ModifyTargetGroupAttributesRequest;
import software.amazon.awssdk.services.elasticloadbalancingv2.model.ModifyTargetGroupAttributesResponse;

record ModifyTargetGroupAttributes(ElbState state)
    implements Operation<ModifyTargetGroupAttributesRequest, ModifyTargetGroupAttributesResponse> {
  @Override
  public ModifyTargetGroupAttributesResponse handle(
      ModifyTargetGroupAttributesRequest request, Caller caller) {
    state.throttle.take(Bucket.MUTATION, caller);
    TargetGroupRecord old = state.targetGroups.require(request.targetGroupArn(), caller);
    Map<String, String> changed =
        Attributes.TARGET_GROUP.changed(
            old.attributes(), TargetGroupAttributeShapes.read(request.attributes()));
    TargetGroupRecord group = old.withAttributes(changed);
    AttributeCombinations.draining(group);
    state.targetGroups.put(group);
    state.network.changes().happened();
    return ModifyTargetGroupAttributesResponse.builder()
        .attributes(TargetGroupAttributeShapes.of(changed))
        .build();
  }
}
