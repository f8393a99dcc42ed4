package dev.drawbridge.simulator.rds;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import dev.drawbridge.simulator.call.Caller;
import dev.drawbridge.simulator.operation.ServiceError;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import software.amazon.awssdk.services.rds.model.EventSubscription;

/** All event subscriptions, and what they send. */
final class EventSubscriptions {
  private static final String LINK =
      "http://docs.amazonwebservices.com/AmazonRDS/latest/UserGuide/USER_Events.html#";

  private final Map<String, EventSubscriptionRecord> byArn = new TreeMap<>();
  private EventTopics topics = EventTopics.NONE;

  void topics(EventTopics value) {
    topics = value;
  }

  EventTopics topics() {
    return topics;
  }

  void put(EventSubscriptionRecord subscription) {
    byArn.put(subscription.arn(), subscription);
  }

  void remove(EventSubscriptionRecord subscription) {
    byArn.remove(subscription.arn());
  }

  Optional<EventSubscriptionRecord> find(DbId id) {
    return Optional.ofNullable(byArn.get(id.arn("es")));
  }

  /**
   * The subscription of a name.
   *
   * @throws ServiceError SubscriptionNotFound (404)
   */
  EventSubscriptionRecord get(DbId id) {
    return find(id)
        .orElseThrow(
            () ->
                ServiceError.of(
                    404,
                    "SubscriptionNotFound",
                    "EventSubscription %s not found.".formatted(id.name())));
  }

  List<EventSubscriptionRecord> of(Caller caller) {
    return Lookup.own(caller, byArn.values(), EventSubscriptionRecord::id);
  }

  /** Tells every topic that wants to know ("Amazon RDS event notification", RDS User Guide). */
  void tell(RdsEvent event) {
    for (EventSubscriptionRecord subscription : List.copyOf(byArn.values())) {
      if (subscription.wants(event)) {
        topics.publish(
            event.arn(), subscription.topicArn(), "RDS Notification Message", message(event));
      }
    }
  }

  private static String message(RdsEvent event) {
    return JsonNodeFactory.instance
        .objectNode()
        .put("Event Source", event.kind().apiName)
        .put("Event Time", event.at().toString().replace('T', ' ').replace("Z", ""))
        .put(
            "Identifier Link",
            "https://console.aws.amazon.com/rds/home?region=%s#SourceId: %s "
                .formatted(event.source().region(), event.source().name()))
        .put("Source ID", event.source().name())
        .put("Source ARN", event.arn())
        .put("Event ID", LINK + event.eventId())
        .put("Event Message", event.message())
        .toString();
  }

  static EventSubscription shape(EventSubscriptionRecord subscription, String status) {
    EventSubscription.Builder shape =
        EventSubscription.builder()
            .customerAwsId(subscription.id().account())
            .custSubscriptionId(subscription.id().name())
            .eventSubscriptionArn(subscription.arn())
            .snsTopicArn(subscription.topicArn())
            .sourceType(subscription.sourceType())
            .status(status)
            .enabled(subscription.enabled())
            .subscriptionCreationTime(
                subscription.created().toString().replace('T', ' ').replace("Z", ""));
    if (!subscription.sources().isEmpty()) {
      shape.sourceIdsList(subscription.sources());
    }
    if (!subscription.categories().isEmpty()) {
      shape.eventCategoriesList(subscription.categories());
    }
    return shape.build();
  }
}
