package dev.drawbridge.simulator.ec2;

import dev.drawbridge.simulator.call.Caller;
import dev.drawbridge.simulator.operation.Operation;
import java.util.ArrayList;
import java.util.List;
import software.amazon.awssdk.services.ec2.model.ModifyVpcEndpointRequest;
import software.amazon.awssdk.services.ec2.model.ModifyVpcEndpointResponse;

/** Security groups and subnets; policies and DNS options are not modelled. */
record ModifyVpcEndpoint(Ec2State state)
    implements Operation<ModifyVpcEndpointRequest, ModifyVpcEndpointResponse> {
  @Override
  public ModifyVpcEndpointResponse handle(ModifyVpcEndpointRequest request, Caller caller) {
    DryRun.check(request.dryRun());
    Endpoint endpoint = state.endpoints.require(request.vpcEndpointId(), caller);
    EndpointPlaces places = new EndpointPlaces(state);
    places.checkPrivateDns(endpoint.service(), request.privateDnsEnabled());
    VpcRecord vpc = state.vpcs.require(endpoint.vpcId(), caller);
    List<String> groups = new ArrayList<>(endpoint.groups());
    groups.removeAll(request.removeSecurityGroupIds());
    groups.addAll(request.addSecurityGroupIds());
    List<String> checked = places.groups(vpc, groups.stream().distinct().toList());
    // The service may have gained zones since the endpoint was made.
    EndpointService service =
        state.services.find(endpoint.service().id()).orElse(endpoint.service());
    List<SubnetRecord> added =
        places.subnets(vpc, service, endpoint.subnetIds(), request.addSubnetIds());
    Endpoint changed = state.endpoints.put(endpoint.withGroups(checked));
    endpoint.interfaceIds().forEach(id -> new NetworkInterfaces(state).setGroups(id, checked));
    Endpoints endpoints = new Endpoints(state);
    endpoints.detach(endpoints.attach(changed, added), request.removeSubnetIds());
    return ModifyVpcEndpointResponse.builder().returnValue(true).build();
  }
}
