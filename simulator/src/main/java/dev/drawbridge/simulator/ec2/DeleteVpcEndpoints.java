package dev.drawbridge.simulator.ec2;

import dev.drawbridge.simulator.call.Caller;
import dev.drawbridge.simulator.operation.Operation;
import software.amazon.awssdk.services.ec2.model.DeleteVpcEndpointsRequest;
import software.amazon.awssdk.services.ec2.model.DeleteVpcEndpointsResponse;

/** Answers 200 with a list of what could not be deleted. */
record DeleteVpcEndpoints(Ec2State state)
    implements Operation<DeleteVpcEndpointsRequest, DeleteVpcEndpointsResponse> {
  @Override
  public DeleteVpcEndpointsResponse handle(DeleteVpcEndpointsRequest request, Caller caller) {
    DryRun.check(request.dryRun());
    return DeleteVpcEndpointsResponse.builder()
        .unsuccessful(EndpointServices.each(request.vpcEndpointIds(), id -> delete(id, caller)))
        .build();
  }

  private void delete(String id, Caller caller) {
    Endpoint endpoint = state.endpoints.require(id, caller);
    if (endpoint.state() != EndpointState.DELETING && endpoint.state() != EndpointState.DELETED) {
      new Endpoints(state).delete(endpoint);
    }
  }
}
