package dev.drawbridge.simulator.elbv2;

import dev.drawbridge.simulator.call.Caller;
import dev.drawbridge.simulator.elbv2.Throttle.Bucket;
import dev.drawbridge.simulator.operation.Operation;
import software.amazon.awssdk.services.elasticloadbalancingv2.model.DescribeLoadBalancerAttributesRequest;
import software.amazon.awssdk.services.elasticloadbalancingv2.model.DescribeLoadBalancerAttributesResponse;

record DescribeLoadBalancerAttributes(ElbState state)
    implements Operation<
        DescribeLoadBalancerAttributesRequest, DescribeLoadBalancerAttributesResponse> {
  @Override
  public DescribeLoadBalancerAttributesResponse handle(
      DescribeLoadBalancerAttributesRequest request, Caller caller) {
    state.throttle.take(Bucket.DESCRIPTION, caller);
    LoadBalancerRecord found = state.loadBalancers.require(request.loadBalancerArn(), caller);
    return DescribeLoadBalancerAttributesResponse.builder()
        .attributes(LoadBalancerAttributeShapes.of(found.attributes()))
        .build();
  }
}
