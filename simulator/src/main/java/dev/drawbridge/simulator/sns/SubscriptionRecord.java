package dev.drawbridge.simulator.sns;

import java.util.Map;
import java.util.Optional;

/** A subscription; {@code RedrivePolicy} of its attributes names the queue for dead letters. */
record SubscriptionRecord(
    String arn, String topicArn, String protocol, String endpoint, Map<String, String> attributes) {
  SubscriptionRecord {
    attributes = Map.copyOf(attributes);
  }

  boolean raw() {
    return "true".equals(attributes.get("RawMessageDelivery"));
  }

  Optional<String> deadLetters() {
    return RedrivePolicy.queue(attributes.get("RedrivePolicy"));
  }
}
