package dev.drawbridge.simulator.elbv2;

import dev.drawbridge.simulator.call.Caller;
import dev.drawbridge.simulator.elbv2.Throttle.Bucket;
import dev.drawbridge.simulator.operation.Operation;
import software.amazon.awssdk.services.elasticloadbalancingv2.model.DescribeTargetGroupAttributesRequest;
import software.amazon.awssdk.services.elasticloadbalancingv2.model.DescribeTargetGroupAttributesResponse;

record DescribeTargetGroupAttributes(ElbState state)
    implements Operation<
        DescribeTargetGroupAttributesRequest, DescribeTargetGroupAttributesResponse> {
  @Override
  public DescribeTargetGroupAttributesResponse handle(
      DescribeTargetGroupAttributesRequest request, Caller caller) {
    state.throttle.take(Bucket.DESCRIPTION, caller);
    TargetGroupRecord found = state.targetGroups.require(request.targetGroupArn(), caller);
    return DescribeTargetGroupAttributesResponse.builder()
        .attributes(TargetGroupAttributeShapes.of(found.attributes()))
        .build();
  }
}
