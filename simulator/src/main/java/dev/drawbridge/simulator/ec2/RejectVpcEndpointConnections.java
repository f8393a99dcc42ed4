package dev.drawbridge.simulator.ec2;

import dev.drawbridge.simulator.call.Caller;
import dev.drawbridge.simulator.operation.Operation;
import software.amazon.awssdk.services.ec2.model.RejectVpcEndpointConnectionsRequest;
import software.amazon.awssdk.services.ec2.model.RejectVpcEndpointConnectionsResponse;

/**
 * Answers 200 with a list of what could not be rejected. A rejected endpoint cannot be used again.
 */
record RejectVpcEndpointConnections(ConnectionDecision decision)
    implements Operation<
        RejectVpcEndpointConnectionsRequest, RejectVpcEndpointConnectionsResponse> {
  RejectVpcEndpointConnections(Ec2State state) {
    this(new ConnectionDecision(state, EndpointState::connected, new Endpoints(state)::reject));
  }

  @Override
  public RejectVpcEndpointConnectionsResponse handle(
      RejectVpcEndpointConnectionsRequest request, Caller caller) {
    return RejectVpcEndpointConnectionsResponse.builder()
        .unsuccessful(
            decision.decide(
                caller, request.dryRun(), request.serviceId(), request.vpcEndpointIds()))
        .build();
  }
}
