package dev.drawbridge.simulator.sns;

import dev.drawbridge.engine.time.Scheduler;
import dev.drawbridge.simulator.delivery.Delivery;
import dev.drawbridge.simulator.operation.Service;
import dev.drawbridge.simulator.operation.Service.Protocol;
import dev.drawbridge.simulator.operation.ServiceError;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** SNS: standard topics that deliver to Lambda and SQS, asynchronously and at least once. */
public final class SnsService {
  private final SnsState state;
  private TopicKeys keys = (key, publisher) -> true;

  /** No topics yet; {@code delivery} carries every message to its subscriber. */
  public SnsService(Scheduler scheduler, Delivery delivery) {
    this.state = new SnsState(scheduler, delivery);
  }

  /** The API. */
  public Service service() {
    return new Service(
        "sns",
        Protocol.QUERY,
        "http://sns.amazonaws.com/doc/2010-03-31/",
        List.of(
            new CreateTopic(state),
            new DeleteTopic(state),
            new ListTopics(state),
            new GetTopicAttributes(state),
            new SetTopicAttributes(state),
            new Subscribe(state),
            new Unsubscribe(state),
            new ListSubscriptions(state),
            new ListSubscriptionsByTopic(state),
            new Publish(state),
            new ListTagsForResource(state),
            new TagResource(state),
            new UntagResource(state)));
  }

  /** From now on the keys of encrypted topics are judged, too. */
  public void judgeKeys(TopicKeys value) {
    keys = value;
  }

  /** The ARN of the key that a topic's messages are encrypted with; empty if they are not. */
  public Optional<String> key(String topicArn) {
    return state.has(topicArn) ? key(state.topic(topicArn)) : Optional.empty();
  }

  private static Optional<String> key(TopicRecord topic) {
    return Optional.ofNullable(topic.attributes().get("KmsMasterKeyId"))
        .filter(key -> !key.isEmpty())
        .map(key -> key.startsWith("arn:") ? key : topic.owner().arn("kms", "key/" + key));
  }

  /**
   * Somebody's address is subscribed by mail, which is read outside this world.
   *
   * @param confirmed whether he has opened the link that SNS has mailed him
   */
  public void mail(String topicArn, String address, boolean confirmed) {
    String id = UUID.nameUUIDFromBytes(address.getBytes(StandardCharsets.UTF_8)).toString();
    state.put(
        new SubscriptionRecord(
            state.topic(topicArn).arn() + ":" + id,
            topicArn,
            "email",
            address,
            Map.of(),
            !confirmed));
  }

  /**
   * Publishes for another service, such as PrivateLink. A topic that is gone, or whose policy or
   * key does not let the service in, swallows the message: the service has nobody to tell.
   */
  public void publish(
      Publisher publisher, String topicArn, @Nullable String subject, String message) {
    if (state.has(topicArn) && admits(state.topic(topicArn), publisher)) {
      state.publish(
          state.topic(topicArn), new Publication(MessageBody.of(message, null), subject, Map.of()));
    }
  }

  private boolean admits(TopicRecord topic, Publisher publisher) {
    return TopicAccess.admits(topic, publisher)
        && key(topic).filter(key -> !keys.admit(key, publisher)).isEmpty();
  }

  /** Whether there is such a topic. */
  public boolean has(String topicArn) {
    return state.has(topicArn);
  }

  /**
   * Publishes for a caller who is told, such as a Task of Step Functions.
   *
   * @param structure {@code json} for a message that differs by protocol; null for plain text
   * @return the message's id
   * @throws ServiceError {@code NotFound}; {@code InvalidParameter} for an empty message
   */
  public String send(
      String topicArn, String message, @Nullable String structure, @Nullable String subject) {
    TopicRecord topic = state.topic(topicArn);
    return state.publish(
        topic, new Publication(MessageBody.of(message, structure), subject, Map.of()));
  }
}
