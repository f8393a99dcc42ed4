package dev.drawbridge.simulator.elbv2;

import dev.drawbridge.simulator.call.Caller;
import dev.drawbridge.simulator.elbv2.Throttle.Bucket;
import dev.drawbridge.simulator.operation.Operation;
import dev.drawbridge.simulator.operation.ServiceError;
import java.util.Optional;
import software.amazon.awssdk.services.elasticloadbalancingv2.model.DeleteLoadBalancerRequest;
import software.amazon.awssdk.services.elasticloadbalancingv2.model.DeleteLoadBalancerResponse;

/** Succeeds when there is none. */
record DeleteLoadBalancer(ElbState state, LoadBalancers loadBalancers)
    implements Operation<DeleteLoadBalancerRequest, DeleteLoadBalancerResponse> {
  @Override
  public DeleteLoadBalancerResponse handle(DeleteLoadBalancerRequest request, Caller caller) {
    state.throttle.take(Bucket.MUTATION, caller);
    Optional<LoadBalancerRecord> present =
        state
            .loadBalancers
            .find(request.loadBalancerArn())
            .filter(each -> each.owner().account().equals(caller.account()));
    present.ifPresent(this::delete);
    return DeleteLoadBalancerResponse.builder().build();
  }

  private void delete(LoadBalancerRecord loadBalancer) {
    if ("true".equals(loadBalancer.attributes().get("deletion_protection.enabled"))) {
      throw ServiceError.client(
          "OperationNotPermitted",
          "Load balancer '%s' cannot be deleted because deletion protection is enabled"
              .formatted(loadBalancer.arn()));
    }
    if (state.ec2.servesEndpointsOver(loadBalancer.arn())) {
      throw ServiceError.client(
          "ResourceInUse",
          "Load balancer '%s' cannot be deleted because it is currently associated with another"
                  .formatted(loadBalancer.arn())
              + " service");
    }
    loadBalancers.delete(loadBalancer);
  }
}
