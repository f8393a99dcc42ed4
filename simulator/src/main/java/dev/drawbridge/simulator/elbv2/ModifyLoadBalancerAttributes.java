package dev.drawbridge.simulator.elbv2;

import dev.drawbridge.simulator.call.Caller;
import dev.drawbridge.simulator.elbv2.Throttle.Bucket;
import dev.drawbridge.simulator.operation.Operation;
import java.util.List;
import java.util.Map;
import software.amazon.awssdk.services.elasticloadbalancingv2.model.ModifyLoadBalancerAttributesRequest;
import software.amazon.awssdk.services.elasticloadbalancingv2.model.ModifyLoadBalancerAttributesResponse;

record ModifyLoadBalancerAttributes(ElbState state)
    implements Operation<
        ModifyLoadBalancerAttributesRequest, ModifyLoadBalancerAttributesResponse> {
  @Override
  public ModifyLoadBalancerAttributesResponse handle(
      ModifyLoadBalancerAttributesRequest request, Caller caller) {
    state.throttle.take(Bucket.MUTATION, caller);
    LoadBalancerRecord old = state.loadBalancers.require(request.loadBalancerArn(), caller);
    Map<String, String> changed =
        Attributes.LOAD_BALANCER.changed(
            old.attributes(), LoadBalancerAttributeShapes.read(request.attributes()));
    LoadBalancerRecord loadBalancer = old.withAttributes(changed);
    AttributeCombinations.zonalShift(loadBalancer, attached(loadBalancer));
    state.loadBalancers.put(new SecondaryAddresses(state).assign(loadBalancer));
    state.network.changes().happened();
    return ModifyLoadBalancerAttributesResponse.builder()
        .attributes(LoadBalancerAttributeShapes.of(changed))
        .build();
  }

  private List<TargetGroupRecord> attached(LoadBalancerRecord loadBalancer) {
    return state.listenersOf.of(loadBalancer.arn()).stream()
        .flatMap(listener -> listener.forward().stream())
        .flatMap(share -> state.targetGroups.find(share.targetGroupArn()).stream())
        .toList();
  }
}
