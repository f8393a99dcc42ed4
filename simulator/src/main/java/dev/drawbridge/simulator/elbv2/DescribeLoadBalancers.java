package dev.drawbridge.simulator.elbv2;

import dev.drawbridge.simulator.call.Caller;
import dev.drawbridge.simulator.elbv2.Throttle.Bucket;
import dev.drawbridge.simulator.operation.Operation;
import dev.drawbridge.simulator.operation.Page;
import software.amazon.awssdk.services.elasticloadbalancingv2.model.DescribeLoadBalancersRequest;
import software.amazon.awssdk.services.elasticloadbalancingv2.model.DescribeLoadBalancersResponse;

record DescribeLoadBalancers(ElbState state)
    implements Operation<DescribeLoadBalancersRequest, DescribeLoadBalancersResponse> {
  @Override
  public DescribeLoadBalancersResponse handle(DescribeLoadBalancersRequest request, Caller caller) {
    state.throttle.take(Bucket.DESCRIPTION, caller);
    Combinations.oneOf("Names and LoadBalancerArns", request.names(), request.loadBalancerArns());
    Page<LoadBalancerRecord> page =
        Pages.of(
            state.loadBalancers.of(caller, request.loadBalancerArns(), request.names()),
            request.marker(),
            request.pageSize());
    return DescribeLoadBalancersResponse.builder()
        .loadBalancers(page.shapes(new Shapes(state)::loadBalancer))
        .nextMarker(page.next())
        .build();
  }
}
