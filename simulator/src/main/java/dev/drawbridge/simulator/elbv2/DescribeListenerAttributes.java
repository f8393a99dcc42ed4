package dev.drawbridge.simulator.elbv2;

import dev.drawbridge.simulator.call.Caller;
import dev.drawbridge.simulator.elbv2.Throttle.Bucket;
import dev.drawbridge.simulator.operation.Operation;
import software.amazon.awssdk.services.elasticloadbalancingv2.model.DescribeListenerAttributesRequest;
import software.amazon.awssdk.services.elasticloadbalancingv2.model.DescribeListenerAttributesResponse;

record DescribeListenerAttributes(ElbState state)
    implements Operation<DescribeListenerAttributesRequest, DescribeListenerAttributesResponse> {
  @Override
  public DescribeListenerAttributesResponse handle(
      DescribeListenerAttributesRequest request, Caller caller) {
    state.throttle.take(Bucket.DESCRIPTION, caller);
    ListenerRecord found = state.listeners.require(request.listenerArn(), caller);
    return DescribeListenerAttributesResponse.builder()
        .attributes(ListenerAttributeShapes.of(found.attributes()))
        .build();
  }
}
