package dev.drawbridge.simulator.operation;

import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.TreeMap;

/** The tags of a service's resources, by ARN and in the order of their keys. */
public final class ResourceTags {
  private final Map<String, Map<String, String>> byArn = new HashMap<>();

  /** The tags of a resource; empty for one without. */
  public Map<String, String> of(String arn) {
    return byArn.getOrDefault(arn, Map.of());
  }

  /** Adds tags, or replaces those of the same keys. */
  public void put(String arn, Map<String, String> tags) {
    byArn.computeIfAbsent(arn, key -> new TreeMap<>()).putAll(tags);
  }

  /** Removes the tags of these keys. */
  public void remove(String arn, Collection<String> keys) {
    byArn.getOrDefault(arn, new TreeMap<>()).keySet().removeAll(keys);
  }

  /** Forgets a resource. */
  public void forget(String arn) {
    byArn.remove(arn);
  }
}
