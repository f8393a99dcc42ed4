package dev.drawbridge.simulator.ec2;

import dev.drawbridge.simulator.call.Caller;
import dev.drawbridge.simulator.operation.Operation;
import software.amazon.awssdk.services.ec2.model.AcceptVpcEndpointConnectionsRequest;
import software.amazon.awssdk.services.ec2.model.AcceptVpcEndpointConnectionsResponse;

/** Answers 200 with a list of what could not be accepted. */
record AcceptVpcEndpointConnections(ConnectionDecision decision)
    implements Operation<
        AcceptVpcEndpointConnectionsRequest, AcceptVpcEndpointConnectionsResponse> {
  AcceptVpcEndpointConnections(Ec2State state) {
    this(
        new ConnectionDecision(
            state, each -> each == EndpointState.PENDING_ACCEPTANCE, new Endpoints(state)::accept));
  }

  @Override
  public AcceptVpcEndpointConnectionsResponse handle(
      AcceptVpcEndpointConnectionsRequest request, Caller caller) {
    return AcceptVpcEndpointConnectionsResponse.builder()
        .unsuccessful(
            decision.decide(
                caller, request.dryRun(), request.serviceId(), request.vpcEndpointIds()))
        .build();
  }
}
