package dev.drawbridge.simulator.sns;

import dev.drawbridge.simulator.call.Caller;
import dev.drawbridge.simulator.iam.ResourcePolicy;
import java.util.HashMap;
import java.util.Map;

/**
 * A standard topic.
 *
 * @param attributes such as {@code Policy} and {@code KmsMasterKeyId}
 * @param policy the attribute of that name, read
 */
record TopicRecord(
    String arn, Caller owner, Map<String, String> attributes, ResourcePolicy policy) {
  private static final String POLICY = "Policy";

  TopicRecord {
    attributes = Map.copyOf(attributes);
  }

  /** A new topic with the attributes of its request. */
  static TopicRecord of(String arn, Caller owner, Map<String, String> attributes) {
    Map<String, String> all = new HashMap<>(attributes);
    all.putIfAbsent(POLICY, TopicAccess.defaultPolicy(arn, owner.account()));
    all.putIfAbsent("DisplayName", "");
    return new TopicRecord(arn, owner, all, TopicAccess.read(all.getOrDefault(POLICY, "")));
  }

  /** The same with another value of an attribute. */
  TopicRecord with(String name, String value) {
    Map<String, String> more = new HashMap<>(attributes);
    more.put(name, value);
    if (value.isEmpty() && name.equals(POLICY)) {
      more.remove(POLICY);
    }
    return of(arn, owner, more);
  }
}
