package dev.drawbridge.simulator.sns;

import dev.drawbridge.simulator.call.Caller;
import java.util.Map;

/** A standard topic with its attributes, such as {@code Policy} and {@code KmsMasterKeyId}. */
record Topic(String arn, Caller owner, Map<String, String> attributes) {
  Topic {
    attributes = Map.copyOf(attributes);
  }

  Topic with(String name, String value) {
    Map<String, String> more = new java.util.HashMap<>(attributes);
    more.put(name, value);
    return new Topic(arn, owner, more);
  }
}
