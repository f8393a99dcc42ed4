package dev.drawbridge.simulator.sns;

import java.util.Map;
import java.util.Objects;
import java.util.Set;

/** The attributes that a subscription may be made with (API Reference, Subscribe). */
final class SubscriptionAttributes {
  private static final String REASON = "Attributes Reason: ";
  private static final Set<String> KNOWN =
      Set.of(
          "DeliveryPolicy",
          "FilterPolicy",
          "FilterPolicyScope",
          "RawMessageDelivery",
          "RedrivePolicy",
          "ReplayPolicy",
          "SubscriptionRoleArn");

  private SubscriptionAttributes() {}

  /**
   * Holds the attributes of a request against SNS's rules.
   *
   * @throws dev.drawbridge.simulator.operation.ServiceError InvalidParameter
   */
  static void check(Map<String, String> attributes) {
    for (String name : attributes.keySet()) {
      if (!KNOWN.contains(name)) {
        throw TopicAttributes.invalid(REASON + "AttributeName");
      }
    }
    if (attributes.containsKey("FilterPolicy")) {
      throw TopicAttributes.invalid(
          REASON + "FilterPolicy: this simulator delivers every message; filter in the subscriber");
    }
    String raw = attributes.getOrDefault("RawMessageDelivery", "false");
    if (!raw.equalsIgnoreCase("true") && !raw.equalsIgnoreCase("false")) {
      throw TopicAttributes.invalid(
          REASON + "RawMessageDelivery: Invalid value [%s]. Must be true or false.".formatted(raw));
    }
    RedrivePolicy.check(attributes.get("RedrivePolicy"), REASON);
  }

  /**
   * Refuses to subscribe again with other attributes.
   *
   * @throws dev.drawbridge.simulator.operation.ServiceError InvalidParameter
   */
  static void checkSame(Map<String, String> asked, SubscriptionRecord existing) {
    asked.forEach(
        (name, value) -> {
          if (!Objects.equals(existing.attributes().get(name), value)) {
            throw TopicAttributes.invalid(
                REASON + "Subscription already exists with different attributes");
          }
        });
  }
}
