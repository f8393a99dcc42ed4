package dev.drawbridge.simulator.sns;

import dev.drawbridge.engine.time.Scheduler;
import dev.drawbridge.simulator.call.Caller;
import dev.drawbridge.simulator.delivery.Delivery;
import dev.drawbridge.simulator.delivery.Message;
import dev.drawbridge.simulator.operation.ResourceTags;
import dev.drawbridge.simulator.operation.ServiceError;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/** All topics and subscriptions of the world, by ARN. */
final class SnsState {
  private final Map<String, TopicRecord> topics = new LinkedHashMap<>();
  private final Map<String, SubscriptionRecord> subscriptions = new LinkedHashMap<>();
  private final ResourceTags tags = new ResourceTags();
  private final Scheduler scheduler;
  private final Delivery delivery;

  SnsState(Scheduler scheduler, Delivery delivery) {
    this.scheduler = scheduler;
    this.delivery = delivery;
  }

  ResourceTags tags() {
    return tags;
  }

  void put(TopicRecord topic) {
    topics.put(topic.arn(), topic);
  }

  void put(SubscriptionRecord subscription) {
    subscriptions.put(subscription.arn(), subscription);
  }

  /**
   * The topic of an ARN.
   *
   * @throws ServiceError NotFound (404)
   */
  TopicRecord topic(String arn) {
    TopicRecord topic = topics.get(arn);
    if (topic == null) {
      throw ServiceError.of(404, "NotFound", "Topic does not exist");
    }
    return topic;
  }

  boolean has(String topicArn) {
    return topics.containsKey(topicArn);
  }

  List<TopicRecord> topics(Caller caller) {
    return topics.values().stream()
        .filter(topic -> topic.owner().account().equals(caller.account()))
        .filter(topic -> topic.owner().region().equals(caller.region()))
        .toList();
  }

  List<SubscriptionRecord> subscriptions() {
    return List.copyOf(subscriptions.values());
  }

  List<SubscriptionRecord> subscriptionsOf(String topicArn) {
    return subscriptions.values().stream().filter(s -> s.topicArn().equals(topicArn)).toList();
  }

  Optional<SubscriptionRecord> subscription(String arn) {
    return Optional.ofNullable(subscriptions.get(arn));
  }

  /**
   * The topic whose tags are asked for.
   *
   * @throws ServiceError ResourceNotFound (404), which the other operations call NotFound
   */
  TopicRecord tagged(String arn) {
    if (!has(arn)) {
      throw ServiceError.of(404, "ResourceNotFound", "Resource does not exist");
    }
    return topic(arn);
  }

  void removeTopic(String arn) {
    topics.remove(arn);
    tags.forget(arn);
    subscriptions.values().removeIf(subscription -> subscription.topicArn().equals(arn));
  }

  void removeSubscription(String arn) {
    subscriptions.remove(arn);
  }

  /** Sends a message on its way to every subscriber, and returns its id. */
  String publish(TopicRecord topic, Publication publication) {
    String id = uuid();
    for (SubscriptionRecord to : subscriptionsOf(topic.arn())) {
      if (!to.delivered()) {
        continue;
      }
      String payload = publication.payload(topic, to, id, scheduler.now());
      delivery.send(new Message(to.arn(), to.endpoint(), payload, to.deadLetters()));
    }
    return id;
  }

  String uuid() {
    return new UUID(scheduler.random().nextLong(), scheduler.random().nextLong()).toString();
  }
}
