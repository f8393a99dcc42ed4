package dev.drawbridge.simulator.dynamodb;

import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.Set;
import java.util.TreeSet;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/** Compares and adds attribute values, and writes them as JSON. */
final class Values {
  private Values() {}

  /** Equality as DynamoDB has it: 1 equals 1.0, sets have no order, types never mix. */
  static boolean same(AttributeValue a, AttributeValue b) {
    if (a.type() != b.type()) {
      return false;
    }
    return switch (a.type()) {
      case N -> number(a).compareTo(number(b)) == 0;
      case SS -> new TreeSet<>(a.ss()).equals(new TreeSet<>(b.ss()));
      case NS -> numbers(a).equals(numbers(b));
      case M ->
          a.m().keySet().equals(b.m().keySet())
              && a.m().entrySet().stream().allMatch(e -> in(b.m(), e));
      default -> a.equals(b);
    };
  }

  /** The order of two strings, numbers or binaries; empty for any other pair. */
  static OptionalInt compare(AttributeValue a, AttributeValue b) {
    if (a.type() != b.type()) {
      return OptionalInt.empty();
    }
    return switch (a.type()) {
      case N -> OptionalInt.of(number(a).compareTo(number(b)));
      case S -> OptionalInt.of(utf8(a.s(), b.s()));
      case B -> OptionalInt.of(Arrays.compareUnsigned(a.b().asByteArray(), b.b().asByteArray()));
      default -> OptionalInt.empty();
    };
  }

  static BigDecimal number(AttributeValue value) {
    return new BigDecimal(value.n());
  }

  static AttributeValue number(BigDecimal value) {
    return AttributeValue.fromN(value.stripTrailingZeros().toPlainString());
  }

  /** Whether a string, set or list contains a value. */
  static boolean contains(AttributeValue whole, AttributeValue part) {
    return switch (whole.type()) {
      case S -> part.s() != null && whole.s().contains(part.s());
      case SS -> whole.ss().contains(part.s());
      case NS -> part.n() != null && numbers(whole).contains(number(part).stripTrailingZeros());
      case L -> whole.l().stream().anyMatch(v -> same(v, part));
      default -> false;
    };
  }

  /** An item in DynamoDB's JSON, for error members that carry one. */
  static Map<String, Object> json(Map<String, AttributeValue> item) {
    Map<String, Object> json = new LinkedHashMap<>();
    item.forEach((name, value) -> json.put(name, json(value)));
    return json;
  }

  private static Object json(AttributeValue value) {
    Object content =
        switch (value.type()) {
          case S -> value.s();
          case N -> value.n();
          case B -> Base64.getEncoder().encodeToString(value.b().asByteArray());
          case SS -> value.ss();
          case NS -> value.ns();
          case BOOL -> value.bool();
          case NUL -> true;
          case M -> json(value.m());
          case L -> new ArrayList<>(value.l().stream().map(Values::json).toList());
          default -> List.of();
        };
    String type = value.type().name().equals("NUL") ? "NULL" : value.type().name();
    return Map.of(type, content);
  }

  private static boolean in(
      Map<String, AttributeValue> map, Map.Entry<String, AttributeValue> entry) {
    AttributeValue other = map.get(entry.getKey());
    return other != null && same(entry.getValue(), other);
  }

  private static Set<BigDecimal> numbers(AttributeValue set) {
    Set<BigDecimal> numbers = new TreeSet<>();
    set.ns().forEach(n -> numbers.add(new BigDecimal(n).stripTrailingZeros()));
    return numbers;
  }

  /** DynamoDB sorts strings by their UTF-8 bytes. */
  private static int utf8(String a, String b) {
    return Arrays.compareUnsigned(
        a.getBytes(StandardCharsets.UTF_8), b.getBytes(StandardCharsets.UTF_8));
  }
}
