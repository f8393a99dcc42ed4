package dev.drawbridge.simulator.dynamodb;

import dev.drawbridge.simulator.operation.ServiceError;
import java.nio.charset.StandardCharsets;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/**
 * A table's key.
 *
 * @param partition the partition key's name
 * @param sort the sort key's name
 */
record KeySchema(String partition, Optional<String> sort) {
  private static final int PARTITION_BYTES = 2048;
  private static final int SORT_BYTES = 1024;

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
    if (key.size() != names().size() || !key.keySet().containsAll(names())) {
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
