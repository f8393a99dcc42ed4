package dev.drawbridge.simulator.ec2;

import dev.drawbridge.simulator.call.Caller;
import dev.drawbridge.simulator.operation.Operation;
import software.amazon.awssdk.services.ec2.model.DeleteVpcEndpointConnectionNotificationsRequest;
import software.amazon.awssdk.services.ec2.model.DeleteVpcEndpointConnectionNotificationsResponse;

record DeleteVpcEndpointConnectionNotifications(Ec2State state)
    implements Operation<
        DeleteVpcEndpointConnectionNotificationsRequest,
        DeleteVpcEndpointConnectionNotificationsResponse> {
  @Override
  public DeleteVpcEndpointConnectionNotificationsResponse handle(
      DeleteVpcEndpointConnectionNotificationsRequest request, Caller caller) {
    DryRun.check(request.dryRun());
    return DeleteVpcEndpointConnectionNotificationsResponse.builder()
        .unsuccessful(
            EndpointServices.each(
                request.connectionNotificationIds(),
                id -> state.notifications.remove(state.notifications.require(id, caller).id())))
        .build();
  }
}
