package dev.drawbridge.simulator.ec2;

import dev.drawbridge.simulator.operation.ServiceError;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import software.amazon.awssdk.services.ec2.model.Tag;
import software.amazon.awssdk.services.ec2.model.TagSpecification;

/** The tags of all EC2 resources, by resource id. */
final class Tags {
  /** Of one resource (Amazon EC2 user guide, Tag restrictions). */
  private static final int MOST = 50;

  private final Map<String, Map<String, String>> byResource = new HashMap<>();

  /** The resource's tags, ordered by key. */
  Map<String, String> of(String resourceId) {
    return byResource.getOrDefault(resourceId, Map.of());
  }

  /** The same in the API's shape. */
  List<Tag> shapes(String resourceId) {
    return of(resourceId).entrySet().stream()
        .map(tag -> Tag.builder().key(tag.getKey()).value(tag.getValue()).build())
        .toList();
  }

  /**
   * Looks whether the resource may get these tags beside those it has.
   *
   * @throws ServiceError TagLimitExceeded
   */
  void checkRoom(String resourceId, List<Tag> added) {
    Set<String> keys = new HashSet<>(of(resourceId).keySet());
    added.forEach(tag -> keys.add(tag.key()));
    if (keys.size() > MOST) {
      throw ServiceError.client(
          "TagLimitExceeded", "The maximum number of Tags for a resource has been reached.");
    }
  }

  void put(String resourceId, String key, String value) {
    byResource.computeIfAbsent(resourceId, id -> new TreeMap<>()).put(key, value);
  }

  /** Tags a new resource as its request says. */
  void put(String resourceId, List<TagSpecification> specifications) {
    specifications.stream()
        .flatMap(specification -> specification.tags().stream())
        .forEach(tag -> put(resourceId, tag.key(), Optional.ofNullable(tag.value()).orElse("")));
  }

  void remove(String resourceId, String key) {
    byResource.getOrDefault(resourceId, new TreeMap<>()).remove(key);
  }

  void removeAll(String resourceId) {
    byResource.remove(resourceId);
  }
}
