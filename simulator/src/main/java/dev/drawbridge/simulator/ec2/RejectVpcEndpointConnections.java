package dev.drawbridge.simulator.ec2;

import dev.drawbridge.simulator.call.Caller;
import dev.drawbridge.simulator.operation.Operation;
import dev.drawbridge.simulator.operation.ServiceError;
import software.amazon.awssdk.services.ec2.model.RejectVpcEndpointConnectionsRequest;
import software.amazon.awssdk.services.ec2.model.RejectVpcEndpointConnectionsResponse;

/**
 * Answers 200 with a list of what could not be rejected. A rejected endpoint cannot be used again.
 */
record RejectVpcEndpointConnections(Ec2State state)
    implements Operation<
        RejectVpcEndpointConnectionsRequest, RejectVpcEndpointConnectionsResponse> {
  @Override
  public RejectVpcEndpointConnectionsResponse handle(
      RejectVpcEndpointConnectionsRequest request, Caller caller) {
    DryRun.check(request.dryRun());
    EndpointService service = state.services.require(request.serviceId(), caller);
    return RejectVpcEndpointConnectionsResponse.builder()
        .unsuccessful(EndpointServices.each(request.vpcEndpointIds(), id -> reject(service, id)))
        .build();
  }

  private void reject(EndpointService service, String id) {
    Endpoint endpoint =
        state
            .endpoints
            .find(id)
            .filter(each -> each.service().id().equals(service.id()))
            .orElseThrow(() -> state.endpoints.missing(id));
    if (!endpoint.state().connected()) {
      throw ServiceError.client(
          "InvalidState", "VPC endpoint %s is in state %s".formatted(id, endpoint.state().wire()));
    }
    new Endpoints(state).reject(endpoint);
  }
}
