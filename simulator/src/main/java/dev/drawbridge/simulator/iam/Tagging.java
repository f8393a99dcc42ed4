package dev.drawbridge.simulator.iam;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Condition keys that tags make. */
final class Tagging {
  private Tagging() {}

  /** The tags that a resource bears, under the global prefix and the service's own. */
  static Map<String, List<String>> resource(String service, Map<String, String> tags) {
    Map<String, List<String>> context = new TreeMap<>();
    tags.forEach(
        (key, value) -> {
          context.put("aws:ResourceTag/" + key, List.of(value));
          context.put(service + ":ResourceTag/" + key, List.of(value));
        });
    return context;
  }

  /** The tags that a request puts on. */
  static Map<String, List<String>> request(Map<String, String> tags) {
    Map<String, List<String>> context = new TreeMap<>();
    tags.forEach((key, value) -> context.put("aws:RequestTag/" + key, List.of(value)));
    if (!tags.isEmpty()) {
      context.put("aws:TagKeys", new ArrayList<>(tags.keySet()));
    }
    return context;
  }
}
