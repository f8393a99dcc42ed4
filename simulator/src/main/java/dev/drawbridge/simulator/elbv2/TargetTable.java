package dev.drawbridge.simulator.elbv2;

import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** All targets, by group, in the order of their registration. */
final class TargetTable {
  private final Map<String, Map<RegisteredTarget.Key, RegisteredTarget>> byGroup =
      new LinkedHashMap<>();

  Optional<RegisteredTarget> find(RegisteredTarget.Key key) {
    return Optional.ofNullable(group(key.groupArn()).get(key));
  }

  void put(RegisteredTarget target) {
    byGroup
        .computeIfAbsent(target.key().groupArn(), none -> new LinkedHashMap<>())
        .put(target.key(), target);
  }

  void remove(RegisteredTarget.Key key) {
    if (byGroup.containsKey(key.groupArn())) {
      group(key.groupArn()).remove(key);
    }
  }

  void removeAll(String groupArn) {
    byGroup.remove(groupArn);
  }

  /** Those of one group. */
  List<RegisteredTarget> of(String groupArn) {
    return List.copyOf(group(groupArn).values());
  }

  List<RegisteredTarget> all() {
    return byGroup.values().stream().map(Map::values).flatMap(Collection::stream).toList();
  }

  private Map<RegisteredTarget.Key, RegisteredTarget> group(String arn) {
    return byGroup.getOrDefault(arn, Map.of());
  }
}
