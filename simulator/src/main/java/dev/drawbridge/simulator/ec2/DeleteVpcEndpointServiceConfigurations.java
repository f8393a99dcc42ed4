package dev.drawbridge.simulator.ec2;

import dev.drawbridge.simulator.call.Caller;
import dev.drawbridge.simulator.operation.Operation;
import software.amazon.awssdk.services.ec2.model.DeleteVpcEndpointServiceConfigurationsRequest;
import software.amazon.awssdk.services.ec2.model.DeleteVpcEndpointServiceConfigurationsResponse;

/** Answers 200 with a list of what could not be deleted. */
record DeleteVpcEndpointServiceConfigurations(Ec2State state)
    implements Operation<
        DeleteVpcEndpointServiceConfigurationsRequest,
        DeleteVpcEndpointServiceConfigurationsResponse> {
  @Override
  public DeleteVpcEndpointServiceConfigurationsResponse handle(
      DeleteVpcEndpointServiceConfigurationsRequest request, Caller caller) {
    DryRun.check(request.dryRun());
    return DeleteVpcEndpointServiceConfigurationsResponse.builder()
        .unsuccessful(EndpointServices.each(request.serviceIds(), id -> delete(id, caller)))
        .build();
  }

  private void delete(String id, Caller caller) {
    EndpointService service = state.services.require(id, caller);
    new EndpointServices(state).requireUnconnected(id);
    state.services.remove(service.id());
    state.tags.removeAll(service.id());
    state.privateNames.remove(service.id());
    state
        .notifications
        .where(each -> each.serviceId().equals(service.id()))
        .forEach(each -> state.notifications.remove(each.id()));
  }
}
