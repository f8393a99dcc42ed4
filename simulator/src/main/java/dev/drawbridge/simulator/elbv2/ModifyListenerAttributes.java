package dev.drawbridge.simulator.elbv2;

import dev.drawbridge.simulator.call.Caller;
import dev.drawbridge.simulator.elbv2.Throttle.Bucket;
import dev.drawbridge.simulator.operation.Operation;
import java.util.Map;
import software.amazon.awssdk.services.elasticloadbalancingv2.model.ModifyListenerAttributesRequest;
import software.amazon.awssdk.services.elasticloadbalancingv2.model.ModifyListenerAttributesResponse;

record ModifyListenerAttributes(ElbState state)
    implements Operation<ModifyListenerAttributesRequest, ModifyListenerAttributesResponse> {
  @Override
  public ModifyListenerAttributesResponse handle(
      ModifyListenerAttributesRequest request, Caller caller) {
    state.throttle.take(Bucket.MUTATION, caller);
    ListenerRecord old = state.listeners.require(request.listenerArn(), caller);
    Map<String, String> changed =
        Attributes.LISTENER.changed(
            old.attributes(), ListenerAttributeShapes.read(request.attributes()));
    state.listeners.put(old.withAttributes(changed));
    return ModifyListenerAttributesResponse.builder()
        .attributes(ListenerAttributeShapes.of(changed))
        .build();
  }
}
