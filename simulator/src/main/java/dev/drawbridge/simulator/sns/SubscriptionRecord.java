package dev.drawbridge.simulator.sns;

import java.util.Map;
import java.util.Optional;

/**
 * A subscription; {@code RedrivePolicy} of its attributes names the queue for dead letters.
 *
 * @param pending whether it waits for somebody to open the link that SNS has mailed
 */
record SubscriptionRecord(
    String arn,
    String topicArn,
    String protocol,
    String endpoint,
    Map<String, String> attributes,
    boolean pending) {
  SubscriptionRecord {
    attributes = Map.copyOf(attributes);
  }

  /** Whether messages go to it here; who reads mail is outside this world. */
  boolean delivered() {
    return !protocol.equals("email");
  }

  boolean raw() {
    return "true".equals(attributes.get("RawMessageDelivery"));
  }

  Optional<String> deadLetters() {
    return RedrivePolicy.queue(attributes.get("RedrivePolicy"));
  }
}
