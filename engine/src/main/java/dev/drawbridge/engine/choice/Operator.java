package dev.drawbridge.engine.choice;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.BiPredicate;
import java.util.function.IntPredicate;
import java.util.function.Predicate;

/**
 * The comparison operators. A value of another type than the operator's never matches; it is no
 * error.
 */
public record Operator(String name, BiPredicate<JsonNode, JsonNode> condition) {
  private static final Map<String, Operator> ALL = all();

  /** The operator of that name, without {@code Path} at its end. */
  public static Optional<Operator> named(String name) {
    return Optional.ofNullable(ALL.get(name));
  }

  /** Whether the operator also has a form that ends in {@code Path}. */
  public boolean hasPathForm() {
    return !name.startsWith("Is") && !name.equals("StringMatches");
  }

  boolean test(JsonNode left, JsonNode right) {
    return condition.test(left, right);
  }

  private static Map<String, Operator> all() {
    Map<String, Operator> all = new TreeMap<>();
    ordered(all, "String", Operator::strings);
    ordered(all, "Numeric", Operator::numbers);
    ordered(all, "Timestamp", Operator::timestamps);
    add(all, "BooleanEquals", (l, r) -> l.isBoolean() && r.isBoolean() && l.equals(r));
    add(all, "StringMatches", Operator::like);
    is(all, "IsNull", JsonNode::isNull);
    is(all, "IsBoolean", JsonNode::isBoolean);
    is(all, "IsNumeric", JsonNode::isNumber);
    is(all, "IsString", JsonNode::isTextual);
    is(
        all,
        "IsTimestamp",
        value -> value.isTextual() && Timestamps.read(value.textValue()).isPresent());
    return Map.copyOf(all);
  }

  private static void ordered(Map<String, Operator> all, String kind, Order order) {
    add(all, kind + "Equals", (l, r) -> order.test(l, r, sign -> sign == 0));
    add(all, kind + "LessThan", (l, r) -> order.test(l, r, sign -> sign < 0));
    add(all, kind + "GreaterThan", (l, r) -> order.test(l, r, sign -> sign > 0));
    add(all, kind + "LessThanEquals", (l, r) -> order.test(l, r, sign -> sign <= 0));
    add(all, kind + "GreaterThanEquals", (l, r) -> order.test(l, r, sign -> sign >= 0));
  }

  private static void is(Map<String, Operator> all, String name, Predicate<JsonNode> kind) {
    add(all, name, (value, expected) -> kind.test(value) == expected.asBoolean());
  }

  private static void add(
      Map<String, Operator> all, String name, BiPredicate<JsonNode, JsonNode> condition) {
    all.put(name, new Operator(name, condition));
  }

  private static boolean strings(JsonNode left, JsonNode right, IntPredicate sign) {
    return left.isTextual()
        && right.isTextual()
        && sign.test(left.textValue().compareTo(right.textValue()));
  }

  private static boolean numbers(JsonNode left, JsonNode right, IntPredicate sign) {
    return left.isNumber()
        && right.isNumber()
        && sign.test(left.decimalValue().compareTo(right.decimalValue()));
  }

  private static boolean timestamps(JsonNode left, JsonNode right, IntPredicate sign) {
    return Timestamps.read(left.asText())
        .flatMap(l -> Timestamps.read(right.asText()).map(r -> sign.test(l.compareTo(r))))
        .orElse(false);
  }

  /** {@code *} stands for any text, {@code \*} for a star, {@code \\} for a backslash. */
  private static boolean like(JsonNode left, JsonNode right) {
    if (!left.isTextual() || !right.isTextual()) {
      return false;
    }
    StringBuilder regex = new StringBuilder();
    String pattern = right.textValue();
    for (int i = 0; i < pattern.length(); i++) {
      char next = pattern.charAt(i);
      if (next == '*') {
        regex.append(".*");
        continue;
      }
      if (next == '\\' && i + 1 < pattern.length()) {
        next = pattern.charAt(++i);
      }
      regex.append(java.util.regex.Pattern.quote(String.valueOf(next)));
    }
    return java.util.regex.Pattern.compile(regex.toString(), java.util.regex.Pattern.DOTALL)
        .matcher(left.textValue())
        .matches();
  }

  @FunctionalInterface
  private interface Order {
    boolean test(JsonNode left, JsonNode right, IntPredicate sign);
  }
}
