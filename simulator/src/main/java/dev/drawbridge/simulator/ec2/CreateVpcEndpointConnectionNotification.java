package dev.drawbridge.simulator.ec2;

import dev.drawbridge.simulator.call.Caller;
import dev.drawbridge.simulator.operation.Operation;
import java.util.Optional;
import software.amazon.awssdk.services.ec2.model.CreateVpcEndpointConnectionNotificationRequest;
import software.amazon.awssdk.services.ec2.model.CreateVpcEndpointConnectionNotificationResponse;

/** Notifications of the provider's side; those of a single endpoint are not modelled. */
record CreateVpcEndpointConnectionNotification(Ec2State state)
    implements Operation<
        CreateVpcEndpointConnectionNotificationRequest,
        CreateVpcEndpointConnectionNotificationResponse> {
  @Override
  public CreateVpcEndpointConnectionNotificationResponse handle(
      CreateVpcEndpointConnectionNotificationRequest request, Caller caller) {
    DryRun.check(request.dryRun());
    EndpointService service = state.services.require(request.serviceId(), caller);
    NotificationEvents.check(request.connectionEvents());
    String token = Optional.ofNullable(request.clientToken()).orElse("");
    ConnectionNotificationRecord notification =
        state
            .notifications
            .where(
                each ->
                    !token.isEmpty() && each.belongsTo(caller) && each.clientToken().equals(token))
            .stream()
            .findFirst()
            .orElseGet(
                () ->
                    state.notifications.put(
                        new ConnectionNotificationRecord(
                            state.ids.next("vpce-nfn"),
                            caller,
                            token,
                            service.id(),
                            request.connectionNotificationArn(),
                            request.connectionEvents())));
    return CreateVpcEndpointConnectionNotificationResponse.builder()
        .connectionNotification(new EndpointShapes(state).notification(notification))
        .clientToken(token.isEmpty() ? null : token)
        .build();
  }
}
