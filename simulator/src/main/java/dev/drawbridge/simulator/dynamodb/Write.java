package dev.drawbridge.simulator.dynamodb;

import java.util.Map;
import java.util.Optional;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/**
 * One write, checked but not yet done.
 *
 * @param table where
 * @param key of which item
 * @param before the item as it is; empty if there is none
 * @param after the item as it will be; absent where it is deleted or only checked
 * @param condition what {@code before} must satisfy
 * @param returnOld whether a failed condition returns the item
 * @param kind what is done
 */
record Write(
    Table table,
    Map<String, AttributeValue> key,
    Map<String, AttributeValue> before,
    Optional<Map<String, AttributeValue>> after,
    Optional<Condition> condition,
    boolean returnOld,
    Kind kind) {
  /** What a write does. */
  enum Kind {
    PUT,
    DELETE,
    CHECK
  }

  boolean allowed() {
    return condition.map(c -> c.holds(before)).orElse(true);
  }

  void apply() {
    switch (kind) {
      case PUT -> after.ifPresent(table::put);
      case DELETE -> table.remove(key);
      case CHECK -> {}
    }
  }
}
