package dev.drawbridge.aws.privatelink;

import dev.drawbridge.aws.Clients;
import dev.drawbridge.error.TransientFailure;
import dev.drawbridge.model.ServiceSeen;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import software.amazon.awssdk.services.ec2.Ec2Client;
import software.amazon.awssdk.services.ec2.model.ConnectionNotification;
import software.amazon.awssdk.services.ec2.model.UnsuccessfulItem;

/** Notices that a consumer has created or deleted an endpoint, sent to a topic. */
public final class ConnectionNotices {
  /** Not Accept: that is our own doing, and would only wake us once more. */
  private static final List<String> EVENTS = List.of("Connect", "Reject", "Delete");

  private final Ec2Client client;

  public ConnectionNotices(Clients clients) {
    this.client = clients.ec2();
  }

  /** The notification of a service to a topic, if there is one. */
  public Optional<String> find(String serviceId, String topicArn) {
    return all(serviceId, topicArn)
        .map(ConnectionNotification::connectionNotificationId)
        .findFirst();
  }

  /** Of which events AWS tells the topic: somebody may have changed what we asked for. Calls: 1. */
  public ServiceSeen.Notices sent(String serviceId, String topicArn) {
    return all(serviceId, topicArn)
        .map(
            found ->
                found.connectionEvents().containsAll(EVENTS)
                    ? ServiceSeen.Notices.ALL
                    : ServiceSeen.Notices.SOME)
        .min(Comparator.naturalOrder())
        .orElse(ServiceSeen.Notices.NONE);
  }

  private Stream<ConnectionNotification> all(String serviceId, String topicArn) {
    return client
        .describeVpcEndpointConnectionNotificationsPaginator(
            r -> r.filters(Filters.service(serviceId)))
        .connectionNotificationSet()
        .stream()
        .filter(found -> serviceId.equals(found.serviceId()))
        .filter(found -> topicArn.equals(found.connectionNotificationArn()));
  }

  /**
   * Deletes the notification of a service to a topic, if there is one.
   *
   * @throws TransientFailure if AWS answers that it did not
   */
  public void delete(String serviceId, String topicArn) {
    find(serviceId, topicArn).ifPresent(this::delete);
  }

  private void delete(String id) {
    for (UnsuccessfulItem item :
        client
            .deleteVpcEndpointConnectionNotifications(r -> r.connectionNotificationIds(id))
            .unsuccessful()) {
      if (!item.error().code().endsWith(".NotFound")) {
        throw new TransientFailure(
            "AWS did not delete connection notification %s: %s %s"
                .formatted(id, item.error().code(), item.error().message()));
      }
    }
  }

  /**
   * Creates it.
   *
   * @param clientToken prevents a second one when the reply to the first call is lost
   */
  public String create(String serviceId, String topicArn, String clientToken) {
    return client
        .createVpcEndpointConnectionNotification(
            r ->
                r.serviceId(serviceId)
                    .connectionNotificationArn(topicArn)
                    .connectionEvents(EVENTS)
                    .clientToken(clientToken))
        .connectionNotification()
        .connectionNotificationId();
  }
}
