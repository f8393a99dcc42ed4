package dev.drawbridge.simulator.ec2;

import dev.drawbridge.simulator.call.Caller;
import java.util.List;

/**
 * Says which connection events of a service go to which topic.
 *
 * @param id {@code vpce-nfn-} and 17 hexadecimal digits
 * @param clientToken the token it was made with, or empty
 * @param serviceId the endpoint service
 * @param topicArn the SNS topic
 * @param events of Connect, Accept, Reject, Delete
 * @param enabled whether anybody is told of them
 */
record ConnectionNotificationRecord(
    String id,
    Caller owner,
    String clientToken,
    String serviceId,
    String topicArn,
    List<String> events,
    boolean enabled)
    implements Row {
  ConnectionNotificationRecord {
    events = List.copyOf(events);
  }

  /** As the API shows it (API model, ConnectionNotificationState). */
  String shownState() {
    return enabled ? "Enabled" : "Disabled";
  }

  ConnectionNotificationRecord disabled() {
    return new ConnectionNotificationRecord(
        id, owner, clientToken, serviceId, topicArn, events, false);
  }
}
