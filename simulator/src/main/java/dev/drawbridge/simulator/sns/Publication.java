package dev.drawbridge.simulator.sns;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.sns.model.MessageAttributeValue;

/** A published message, and how each kind of subscriber is given it. */
record Publication(
    MessageBody body, @Nullable String subject, Map<String, MessageAttributeValue> attributes) {

  /** The event of a function, or the body of a queue's message (the same fields, or raw). */
  String payload(TopicRecord topic, SubscriptionRecord to, String id, Instant now) {
    if (to.protocol().equals("lambda")) {
      ObjectNode event = JsonNodeFactory.instance.objectNode();
      event
          .putArray("Records")
          .addObject()
          .put("EventSource", "aws:sns")
          .put("EventVersion", "1.0")
          .put("EventSubscriptionArn", to.arn())
          .set("Sns", notification(topic, body.text("lambda"), id, now));
      return event.toString();
    }
    String message = body.text(to.protocol());
    return to.raw() ? message : notification(topic, message, id, now).toString();
  }

  private ObjectNode notification(TopicRecord topic, String message, String id, Instant now) {
    ObjectNode sns =
        JsonNodeFactory.instance
            .objectNode()
            .put("Type", "Notification")
            .put("MessageId", id)
            .put("TopicArn", topic.arn())
            .put("Subject", subject)
            .put("Message", message)
            .put("Timestamp", now.toString());
    ObjectNode values = sns.putObject("MessageAttributes");
    attributes.forEach(
        (name, value) ->
            values.putObject(name).put("Type", value.dataType()).put("Value", value.stringValue()));
    return sns;
  }
}
