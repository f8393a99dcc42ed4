package dev.drawbridge.simulator.ec2;

import dev.drawbridge.simulator.call.Caller;
import dev.drawbridge.simulator.operation.Operation;
import dev.drawbridge.simulator.operation.ServiceError;
import java.util.List;
import java.util.Optional;
import software.amazon.awssdk.services.ec2.model.CreateVpcEndpointServiceConfigurationRequest;
import software.amazon.awssdk.services.ec2.model.CreateVpcEndpointServiceConfigurationResponse;

/** Idempotent by ClientToken only; without one, each call makes a service. */
record CreateVpcEndpointServiceConfiguration(Ec2State state, ServiceLoadBalancers loadBalancers)
    implements Operation<
        CreateVpcEndpointServiceConfigurationRequest,
        CreateVpcEndpointServiceConfigurationResponse> {
  @Override
  public CreateVpcEndpointServiceConfigurationResponse handle(
      CreateVpcEndpointServiceConfigurationRequest request, Caller caller) {
    DryRun.check(request.dryRun());
    String token = Optional.ofNullable(request.clientToken()).orElse("");
    Optional<EndpointService> earlier = madeWith(token, caller);
    if (earlier.isPresent()) {
      state.tokens.check(earlier.get().id(), request);
      return answer(earlier.get(), token);
    }
    if (!request.gatewayLoadBalancerArns().isEmpty()) {
      throw ServiceError.client(
          "UnsupportedOperation", "Gateway load balancers are not modelled by this simulator.");
    }
    List<String> zoneIds = loadBalancers.zoneIds(caller, request.networkLoadBalancerArns(), "");
    SupportedRegions.check(
        caller,
        request.supportedRegions(),
        zoneIds,
        loadBalancers.customIdleTimeout(request.networkLoadBalancerArns()));
    EndpointService made =
        state.services.put(
            new EndpointService(
                state.ids.next("vpce-svc"),
                caller,
                token,
                request.networkLoadBalancerArns(),
                zoneIds,
                !Boolean.FALSE.equals(request.acceptanceRequired()),
                request.supportedRegions(),
                List.of()));
    new PrivateNames(state).give(made.id(), request.privateDnsName());
    state.tokens.keep(made.id(), request);
    state.tags.put(made.id(), request.tagSpecifications());
    return answer(made, token);
  }

  private Optional<EndpointService> madeWith(String token, Caller caller) {
    return state
        .services
        .where(
            service ->
                !token.isEmpty()
                    && service.belongsTo(caller)
                    && service.clientToken().equals(token))
        .stream()
        .findFirst();
  }

  private CreateVpcEndpointServiceConfigurationResponse answer(
      EndpointService service, String token) {
    return CreateVpcEndpointServiceConfigurationResponse.builder()
        .serviceConfiguration(new EndpointShapes(state).service(service))
        .clientToken(token.isEmpty() ? null : token)
        .build();
  }
}
