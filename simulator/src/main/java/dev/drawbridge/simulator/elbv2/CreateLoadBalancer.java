package dev.drawbridge.simulator.elbv2;

import dev.drawbridge.simulator.call.Caller;
import dev.drawbridge.simulator.elbv2.Throttle.Bucket;
import dev.drawbridge.simulator.operation.Operation;
import dev.drawbridge.simulator.operation.ServiceError;
import java.util.Optional;
import software.amazon.awssdk.services.elasticloadbalancingv2.model.CreateLoadBalancerRequest;
import software.amazon.awssdk.services.elasticloadbalancingv2.model.CreateLoadBalancerResponse;

/** Idempotent by all settings of the request, tags included. */
record CreateLoadBalancer(ElbState state, LoadBalancers loadBalancers)
    implements Operation<CreateLoadBalancerRequest, CreateLoadBalancerResponse> {
  @Override
  public CreateLoadBalancerResponse handle(CreateLoadBalancerRequest request, Caller caller) {
    state.throttle.take(Bucket.CREATION, caller);
    Optional<LoadBalancerRecord> present = state.loadBalancers.named(request.name(), caller);
    if (present.isPresent() && !present.get().origin().equals(request)) {
      throw ServiceError.client(
          "DuplicateLoadBalancerName",
          "A load balancer with the same name '%s' exists, but with different settings"
              .formatted(request.name()));
    }
    LoadBalancerRecord made = present.orElseGet(() -> create(request, caller));
    return CreateLoadBalancerResponse.builder()
        .loadBalancers(new Shapes(state).loadBalancer(made))
        .build();
  }

  private LoadBalancerRecord create(CreateLoadBalancerRequest request, Caller caller) {
    if (!"network".equals(request.typeAsString())) {
      throw ServiceError.client(
          "InvalidConfigurationRequest", "This simulator models load balancers of type network.");
    }
    if (state.loadBalancers.of(caller).size() >= state.settings.quotas().loadBalancersPerRegion()) {
      throw ServiceError.client(
          "TooManyLoadBalancers", "The maximum number of load balancers has been reached");
    }
    LoadBalancerRecord made = loadBalancers.create(request, caller);
    request.tags().forEach(tag -> state.tags(made.arn()).put(tag.key(), tag.value()));
    return made;
  }
}
