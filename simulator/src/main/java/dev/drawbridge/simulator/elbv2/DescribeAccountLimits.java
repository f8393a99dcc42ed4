package dev.drawbridge.simulator.elbv2;

import dev.drawbridge.simulator.call.Caller;
import dev.drawbridge.simulator.elbv2.Throttle.Bucket;
import dev.drawbridge.simulator.operation.Operation;
import software.amazon.awssdk.services.elasticloadbalancingv2.model.DescribeAccountLimitsRequest;
import software.amazon.awssdk.services.elasticloadbalancingv2.model.DescribeAccountLimitsResponse;
import software.amazon.awssdk.services.elasticloadbalancingv2.model.Limit;

record DescribeAccountLimits(ElbState state)
    implements Operation<DescribeAccountLimitsRequest, DescribeAccountLimitsResponse> {
  @Override
  public DescribeAccountLimitsResponse handle(DescribeAccountLimitsRequest request, Caller caller) {
    state.throttle.take(Bucket.DESCRIPTION, caller);
    ElbSettings settings = state.settings;
    return DescribeAccountLimitsResponse.builder()
        .limits(
            limit("network-load-balancers", settings.quotas().loadBalancersPerRegion()),
            limit(
                "listeners-per-network-load-balancer",
                settings.quotas().listenersPerLoadBalancer()),
            limit("target-groups", settings.quotas().targetGroupsPerRegion()),
            limit("targets-per-network-load-balancer", settings.quotas().targetsPerGroup()))
        .build();
  }

  private static Limit limit(String name, int most) {
    return Limit.builder().name(name).max(String.valueOf(most)).build();
  }
}
