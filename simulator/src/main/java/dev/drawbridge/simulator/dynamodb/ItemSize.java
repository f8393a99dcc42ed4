package dev.drawbridge.simulator.dynamodb;

import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/**
 * How much of a page an item takes: its names and values ("DynamoDB item sizes and formats"). An
 * estimate: a character counts as one byte, a digit as half of one.
 */
final class ItemSize {
  private static final int OF_A_LIST = 3;

  private ItemSize() {}

  static int of(Map<String, AttributeValue> item) {
    int size = 0;
    for (Map.Entry<String, AttributeValue> each : item.entrySet()) {
      size += each.getKey().length() + of(each.getValue());
    }
    return size;
  }

  private static int of(AttributeValue value) {
    if (value.s() != null) {
      return value.s().length();
    }
    if (value.n() != null) {
      return 1 + (value.n().length() + 1) / 2;
    }
    if (value.b() != null) {
      return value.b().asByteArrayUnsafe().length;
    }
    int texts = Stream.of(value.ss(), value.ns()).mapToInt(ItemSize::texts).sum();
    int members = value.l().stream().mapToInt(each -> 1 + of(each)).sum();
    return OF_A_LIST + texts + members + value.m().size() + of(value.m());
  }

  private static int texts(List<String> texts) {
    return texts.stream().mapToInt(String::length).sum();
  }
}
