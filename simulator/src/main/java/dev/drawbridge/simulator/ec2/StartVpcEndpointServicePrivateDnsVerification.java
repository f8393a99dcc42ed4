package dev.drawbridge.simulator.ec2;

import dev.drawbridge.simulator.call.Caller;
import dev.drawbridge.simulator.operation.Operation;
import software.amazon.awssdk.services.ec2.model.StartVpcEndpointServicePrivateDnsVerificationRequest;
import software.amazon.awssdk.services.ec2.model.StartVpcEndpointServicePrivateDnsVerificationResponse;

/** Answers at once; what AWS has found is shown later. */
record StartVpcEndpointServicePrivateDnsVerification(Ec2State state)
    implements Operation<
        StartVpcEndpointServicePrivateDnsVerificationRequest,
        StartVpcEndpointServicePrivateDnsVerificationResponse> {
  @Override
  public StartVpcEndpointServicePrivateDnsVerificationResponse handle(
      StartVpcEndpointServicePrivateDnsVerificationRequest request, Caller caller) {
    DryRun.check(request.dryRun());
    EndpointService service = state.services.require(request.serviceId(), caller);
    new PrivateNames(state).verify(service.id());
    return StartVpcEndpointServicePrivateDnsVerificationResponse.builder()
        .returnValue(true)
        .build();
  }
}
