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
    if (request.removeSupportedRegions().contains(caller.region())) {
      throw ServiceLoadBalancers.invalid(
          "The Region that hosts the service can't be removed: " + caller.region());
    }
    regions.removeAll(request.removeSupportedRegions());
    regions.addAll(request.addSupportedRegions());
    List<String> zoneIds = loadBalancers.zoneIds(caller, arns, old.id());
    SupportedRegions.check(
        caller, List.copyOf(regions), zoneIds, loadBalancers.customIdleTimeout(arns));
    PrivateNames names = new PrivateNames(state);
    if (Boolean.TRUE.equals(request.removePrivateDnsName())) {
      names.remove(old.id());
    }
    names.give(old.id(), request.privateDnsName());
    state.services.put(
        new EndpointService(
            old.id(),
            old.owner(),
            old.clientToken(),
            arns,
            zoneIds,
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
    if (!request.addGatewayLoadBalancerArns().isEmpty()) {
      throw ServiceError.client(
          "UnsupportedOperation", "Gateway load balancers are not modelled by this simulator.");
    }
  }
}
