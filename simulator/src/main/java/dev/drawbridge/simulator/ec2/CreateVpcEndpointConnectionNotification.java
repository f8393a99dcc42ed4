package dev.drawbridge.simulator.ec2;

import dev.drawbridge.simulator.call.Caller;
import dev.drawbridge.simulator.operation.Operation;
import dev.drawbridge.simulator.operation.ServiceError;
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
    if (request.serviceId() == null) {
      throw ServiceError.client(
          "MissingParameter", "The request must contain the parameter ServiceId");
    }
    EndpointService service = state.services.require(request.serviceId(), caller);
    NotificationEvents.check(request.connectionEvents());
    new NotificationTopics(state.notices).check(request.connectionNotificationArn());
    String token = Optional.ofNullable(request.clientToken()).orElse("");
    Optional<ConnectionNotificationRecord> earlier = madeWith(token, caller);
    earlier.ifPresent(each -> state.tokens.check(each.id(), request));
    ConnectionNotificationRecord notification =
        earlier.orElseGet(() -> create(request, caller, token, service));
    return CreateVpcEndpointConnectionNotificationResponse.builder()
        .connectionNotification(new EndpointShapes(state).notification(notification))
        .clientToken(token.isEmpty() ? null : token)
        .build();
  }

  private Optional<ConnectionNotificationRecord> madeWith(String token, Caller caller) {
    return token.isEmpty()
        ? Optional.empty()
        : Optional.ofNullable(state.notificationsMade.get(key(caller, token)));
  }

  private static String key(Caller caller, String token) {
    return caller.account() + " " + caller.region() + " " + token;
  }

  private ConnectionNotificationRecord create(
      CreateVpcEndpointConnectionNotificationRequest request,
      Caller caller,
      String token,
      EndpointService service) {
    String id = state.ids.next("vpce-nfn");
    state.tokens.keep(id, request);
    ConnectionNotificationRecord made =
        state.notifications.put(
            new ConnectionNotificationRecord(
                id,
                caller,
                token,
                service.id(),
                request.connectionNotificationArn(),
                request.connectionEvents(),
                true));
    state.notificationsMade.put(key(caller, token), made);
    return made;
  }
}
