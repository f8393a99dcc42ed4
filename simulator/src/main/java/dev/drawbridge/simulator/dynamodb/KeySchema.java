package dev.drawbridge.simulator.dynamodb;

import dev.drawbridge.simulator.operation.ServiceError;
import java.nio.charset.StandardCharsets;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.ScalarAttributeType;

/**
 * A table's key.
 *
 * @param partition the partition key's name
 * @param sort the sort key's name
 * @param types the types of the keys, by their names
 */
record KeySchema(String partition, Optional<String> sort, Map<String, ScalarAttributeType> types) {
  private static final int PARTITION_BYTES = 2048;
  private static final int SORT_BYTES = 1024;

  /** Whether a value has the type of the key of that name; true where there is no such key. */
  boolean fits(String name, AttributeValue value) {
    ScalarAttributeType type = types.get(name);
    return type == null || type.toString().equals(value.type().name());
  }

  List<String> names() {
    return Stream.concat(Stream.of(partition), sort.stream()).toList();
  }

  /** The key of an item. */
  Map<String, AttributeValue> of(Map<String, AttributeValue> item) {
    Map<String, AttributeValue> key = new HashMap<>();
    for (String name : names()) {
      AttributeValue value = item.get(name);
      if (value == null) {
        throw invalid(
            "One or more parameter values were invalid: Missing the key %s in the item"
                .formatted(name));
      }
      if (!fits(name, value)) {
        throw invalid(
            "One or more parameter values were invalid: Type mismatch for key %s expected: %s"
                    .formatted(name, types.get(name))
                + " actual: "
                + value.type());
      }
      if (value.s() != null && value.s().isEmpty()) {
        throw invalid(
            "One or more parameter values are not valid. The AttributeValue for a key attribute"
                + " cannot contain an empty string value. Key: "
                + name);
      }
      checkLength(name, value);
      key.put(name, value);
    }
    return key;
  }

  /** Service quotas of DynamoDB, "Partition keys and sort keys". */
  private void checkLength(String name, AttributeValue value) {
    int length =
        value.s() != null
            ? value.s().getBytes(StandardCharsets.UTF_8).length
            : value.b() == null ? 0 : value.b().asByteArrayUnsafe().length;
    if (name.equals(partition) && length > PARTITION_BYTES) {
      throw invalid(tooLong("hashkey", PARTITION_BYTES));
    }
    if (!name.equals(partition) && length > SORT_BYTES) {
      throw invalid(tooLong("rangekey", SORT_BYTES));
    }
  }

  /** AWS leaves the blank out, too. */
  private static String tooLong(String which, int most) {
    return ("One or more parameter values were invalid: Size of %s has exceeded the maximum size"
            + " limit of%d bytes")
        .formatted(which, most);
  }

  /** The key that a request names, which must be the whole key and nothing else. */
  Map<String, AttributeValue> exact(Map<String, AttributeValue> key) {
    AttributeValues.check(key);
    boolean whole = key.keySet().equals(Set.copyOf(names()));
    if (!whole || !key.entrySet().stream().allMatch(e -> fits(e.getKey(), e.getValue()))) {
      throw invalid("The provided key element does not match the schema");
    }
    return of(key);
  }

  /** The order of items by sort key. */
  Comparator<Map<String, AttributeValue>> order() {
    return (a, b) ->
        sort.map(
                name -> {
                  AttributeValue left = a.getOrDefault(name, AttributeValue.fromS(""));
                  AttributeValue right = b.getOrDefault(name, AttributeValue.fromS(""));
                  return Values.compare(left, right).orElse(0);
                })
            .orElse(0);
  }

  private static ServiceError invalid(String message) {
    return ServiceError.client("ValidationException", message);
  }
}
