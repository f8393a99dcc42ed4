package dev.drawbridge.simulator.ec2;

import dev.drawbridge.simulator.call.Caller;
import dev.drawbridge.simulator.operation.Operation;
import dev.drawbridge.simulator.operation.ServiceError;
import software.amazon.awssdk.services.ec2.model.AcceptVpcEndpointConnectionsRequest;
import software.amazon.awssdk.services.ec2.model.AcceptVpcEndpointConnectionsResponse;

/** Answers 200 with a list of what could not be accepted. */
record AcceptVpcEndpointConnections(Ec2State state)
    implements Operation<
        AcceptVpcEndpointConnectionsRequest, AcceptVpcEndpointConnectionsResponse> {
  @Override
  public AcceptVpcEndpointConnectionsResponse handle(
      AcceptVpcEndpointConnectionsRequest request, Caller caller) {
    DryRun.check(request.dryRun());
    EndpointService service = state.services.require(request.serviceId(), caller);
    return AcceptVpcEndpointConnectionsResponse.builder()
        .unsuccessful(EndpointServices.each(request.vpcEndpointIds(), id -> accept(service, id)))
        .build();
  }

  private void accept(EndpointService service, String id) {
    Endpoint endpoint =
        state
            .endpoints
            .find(id)
            .filter(each -> each.service().id().equals(service.id()))
            .orElseThrow(() -> state.endpoints.missing(id));
    if (endpoint.state() != EndpointState.PENDING_ACCEPTANCE) {
      throw ServiceError.client(
          "InvalidState", "VPC endpoint %s is in state %s".formatted(id, endpoint.state().wire()));
    }
    new Endpoints(state).accept(endpoint);
  }
}
