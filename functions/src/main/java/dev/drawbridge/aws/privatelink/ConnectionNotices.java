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

  /**
   * The notifications of a service to a topic, by id.
   *
   * @param sent the one that AWS sends, if there is one
   * @param disabled those that it does not
   */
  public record Found(Optional<String> sent, List<String> disabled) {}

  /** Those that there are. Calls: 1. */
  public Found find(String serviceId, String topicArn) {
    List<ConnectionNotification> all = all(serviceId, topicArn).toList();
    return new Found(
        ids(all.stream().filter(ConnectionNotices::enabled)).findFirst(),
        ids(all.stream().filter(each -> !enabled(each))).toList());
  }

  private static Stream<String> ids(Stream<ConnectionNotification> notifications) {
    return notifications.map(ConnectionNotification::connectionNotificationId);
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
    ids(all(serviceId, topicArn)).toList().forEach(this::delete);
  }

  /**
   * Deletes one. Calls: 1.
   *
   * @throws TransientFailure if AWS answers that it did not
   */
  public void delete(String id) {
    for (UnsuccessfulItem item :
        client
            .deleteVpcEndpointConnectionNotifications(r -> r.connectionNotificationIds(id))
            .unsuccessful()) {
      // EC2's code for one that is gone already is InvalidConnectionNotification, without
      // .NotFound.
      if (!item.error().code().matches("InvalidConnectionNotification|.*\\.NotFound")) {
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
