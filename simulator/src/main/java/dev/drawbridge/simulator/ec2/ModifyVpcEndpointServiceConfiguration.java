package dev.drawbridge.simulator.ec2;

import dev.drawbridge.simulator.call.Caller;
import dev.drawbridge.simulator.operation.Operation;
import dev.drawbridge.simulator.operation.ServiceError;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import software.amazon.awssdk.services.ec2.model.ModifyVpcEndpointServiceConfigurationRequest;
import software.amazon.awssdk.services.ec2.model.ModifyVpcEndpointServiceConfigurationResponse;

/** Also takes up zones that the load balancers have gained since. */
record ModifyVpcEndpointServiceConfiguration(Ec2State state, ServiceLoadBalancers loadBalancers)
    implements Operation<
        ModifyVpcEndpointServiceConfigurationRequest,
        ModifyVpcEndpointServiceConfigurationResponse> {
  @Override
  public ModifyVpcEndpointServiceConfigurationResponse handle(
      ModifyVpcEndpointServiceConfigurationRequest request, Caller caller) {
    DryRun.check(request.dryRun());
    EndpointService old = state.services.require(request.serviceId(), caller);
    refuseUnmodelled(request);
    List<String> arns = new ArrayList<>(old.loadBalancerArns());
    checkRemovable(old, request.removeNetworkLoadBalancerArns());
    arns.removeAll(request.removeNetworkLoadBalancerArns());
    arns.addAll(request.addNetworkLoadBalancerArns());
    Set<String> regions = new LinkedHashSet<>(old.supportedRegions());
    regions.removeAll(request.removeSupportedRegions());
    regions.addAll(request.addSupportedRegions());
    state.services.put(
        new EndpointService(
            old.id(),
            old.owner(),
            old.clientToken(),
            arns,
            loadBalancers.zoneIds(caller, arns, old.id()),
            Optional.ofNullable(request.acceptanceRequired()).orElse(old.acceptanceRequired()),
            List.copyOf(regions),
            old.principals()));
    return ModifyVpcEndpointServiceConfigurationResponse.builder().returnValue(true).build();
  }

  private void checkRemovable(EndpointService service, List<String> removed) {
    boolean connected =
        new EndpointServices(state)
            .connections(service.id()).stream().anyMatch(each -> each.state().connected());
    if (connected && !removed.isEmpty()) {
      throw ServiceError.client(
          "ExistingVpcEndpointConnections",
          "Service has existing active VPC Endpoint connections!");
    }
  }

  private static void refuseUnmodelled(ModifyVpcEndpointServiceConfigurationRequest request) {
    if (!request.addGatewayLoadBalancerArns().isEmpty() || request.privateDnsName() != null) {
      throw ServiceError.client(
          "UnsupportedOperation",
          "Gateway load balancers and private DNS names are not modelled by this simulator.");
    }
  }
}
