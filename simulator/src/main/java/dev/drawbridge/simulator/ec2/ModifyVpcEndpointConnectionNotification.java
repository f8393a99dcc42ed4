package dev.drawbridge.simulator.ec2;

import dev.drawbridge.simulator.call.Caller;
import dev.drawbridge.simulator.operation.Operation;
import java.util.Optional;
import software.amazon.awssdk.services.ec2.model.ModifyVpcEndpointConnectionNotificationRequest;
import software.amazon.awssdk.services.ec2.model.ModifyVpcEndpointConnectionNotificationResponse;

record ModifyVpcEndpointConnectionNotification(Ec2State state)
    implements Operation<
        ModifyVpcEndpointConnectionNotificationRequest,
        ModifyVpcEndpointConnectionNotificationResponse> {
  @Override
  public ModifyVpcEndpointConnectionNotificationResponse handle(
      ModifyVpcEndpointConnectionNotificationRequest request, Caller caller) {
    DryRun.check(request.dryRun());
    ConnectionNotificationRecord old =
        state.notifications.require(request.connectionNotificationId(), caller);
    NotificationEvents.check(request.connectionEvents());
    Optional.ofNullable(request.connectionNotificationArn())
        .ifPresent(new NotificationTopics(state.notices)::check);
    state.notifications.put(
        new ConnectionNotificationRecord(
            old.id(),
            old.owner(),
            old.clientToken(),
            old.serviceId(),
            Optional.ofNullable(request.connectionNotificationArn()).orElse(old.topicArn()),
            request.connectionEvents().isEmpty() ? old.events() : request.connectionEvents(),
            old.enabled()));
    return ModifyVpcEndpointConnectionNotificationResponse.builder().returnValue(true).build();
  }
}
