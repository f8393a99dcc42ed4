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
import software.amazon.awssdk.services.ec2.model.ConnectionNotificationState;
import software.amazon.awssdk.services.ec2.model.UnsuccessfulItem;

/** Notices that a consumer has created or deleted an endpoint, sent to a topic. */
public final class ConnectionNotices {
  /** Not Accept: that is our own doing, and would only wake us once more. */
  private static final List<String> EVENTS = List.of("Connect", "Reject", "Delete");

  private final Ec2Client client;

  public ConnectionNotices(Clients clients) {
    this.client = clients.ec2();
  }

  /** The notification of a service to a topic that AWS sends, if there is one. Calls: 1. */
  public Optional<String> find(String serviceId, String topicArn) {
    return all(serviceId, topicArn)
        .filter(ConnectionNotices::enabled)
        .map(ConnectionNotification::connectionNotificationId)
        .findFirst();
  }

  /** Of which events AWS tells the topic: somebody may have changed what we asked for. Calls: 1. */
  public ServiceSeen.Notices sent(String serviceId, String topicArn) {
    return all(serviceId, topicArn)
        .filter(ConnectionNotices::enabled)
        .map(
            found ->
                found.connectionEvents().containsAll(EVENTS)
                    ? ServiceSeen.Notices.ALL
                    : ServiceSeen.Notices.SOME)
        .min(Comparator.naturalOrder())
        .orElse(ServiceSeen.Notices.NONE);
  }

  /**
   * A disabled one tells nobody. Nothing enables it again: ModifyVpcEndpointConnectionNotification
   * takes the topic and the events only (EC2 API reference).
   */
  private static boolean enabled(ConnectionNotification found) {
    return found.connectionNotificationState() != ConnectionNotificationState.DISABLED;
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
   * Deletes the notifications of a service to a topic, whatever their state. Calls: 1, and 1 for
   * each that there is.
   *
   * @throws TransientFailure if AWS answers that it did not
   */
  public void delete(String serviceId, String topicArn) {
    List<String> ids =
        all(serviceId, topicArn).map(ConnectionNotification::connectionNotificationId).toList();
    ids.forEach(this::delete);
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
