package dev.drawbridge.simulator.dynamodb;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/** One table and its items. Attribute values are immutable, so items are shared, not copied. */
final class Table {
  private final Map<Map<String, AttributeValue>, Map<String, AttributeValue>> items =
      new LinkedHashMap<>();
  private final String name;
  private final KeySchema keys;
  private final Instant created;
  private Optional<String> ttlAttribute = Optional.empty();

  Table(String name, KeySchema keys, Instant created) {
    this.name = name;
    this.keys = keys;
    this.created = created;
  }

  String name() {
    return name;
  }

  KeySchema keys() {
    return keys;
  }

  Instant created() {
    return created;
  }

  Optional<String> ttlAttribute() {
    return ttlAttribute;
  }

  void ttlAttribute(Optional<String> value) {
    ttlAttribute = value;
  }

  /** The item of a key; empty if there is none. */
  Map<String, AttributeValue> get(Map<String, AttributeValue> key) {
    return items.getOrDefault(normal(keys.exact(key)), Map.of());
  }

  void put(Map<String, AttributeValue> item) {
    items.put(normal(keys.of(item)), Map.copyOf(item));
  }

  void remove(Map<String, AttributeValue> key) {
    items.remove(normal(keys.exact(key)));
  }

  /** All items; those of one partition stand in the order of their sort keys. */
  List<Map<String, AttributeValue>> all() {
    List<Map<String, AttributeValue>> sorted = new ArrayList<>(items.values());
    sorted.sort(keys.order());
    return sorted;
  }

  /** Deletes what has expired so long ago that DynamoDB would have found it. */
  void expire(Instant now, Duration lag) {
    ttlAttribute.ifPresent(
        attribute ->
            items
                .values()
                .removeIf(
                    item -> {
                      AttributeValue at = item.get(attribute);
                      return at != null
                          && at.n() != null
                          && Instant.ofEpochSecond(Long.parseLong(at.n())).plus(lag).isBefore(now);
                    }));
  }

  /** 1 and 1.0 are the same key. */
  private static Map<String, AttributeValue> normal(Map<String, AttributeValue> key) {
    Map<String, AttributeValue> normal = new LinkedHashMap<>();
    key.forEach((k, v) -> normal.put(k, v.n() == null ? v : Values.number(Values.number(v))));
    return normal;
  }
}
