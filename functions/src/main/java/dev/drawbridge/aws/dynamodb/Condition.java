package dev.drawbridge.aws.dynamodb;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/**
 * Terms that must all hold, in DynamoDB's expression language. Every name gets a placeholder, so
 * that reserved words ({@code state} is one) never matter.
 */
final class Condition {
  private final List<String> terms = new ArrayList<>();
  private final List<String> sets = new ArrayList<>();
  private final Map<String, String> names = new LinkedHashMap<>();
  private final Map<String, AttributeValue> values = new LinkedHashMap<>();

  static Condition absent() {
    Condition condition = new Condition();
    condition.terms.add("attribute_not_exists(" + condition.name("pk") + ")");
    return condition;
  }

  static Condition present() {
    Condition condition = new Condition();
    condition.terms.add("attribute_exists(" + condition.name("pk") + ")");
    return condition;
  }

  /** Nobody has written since that version was read; version 0 is of what was not there. */
  static Condition unchanged(long version) {
    return version == 0 ? absent() : present().andVersion(version);
  }

  Condition andVersion(long version) {
    return and("version", "=", AttributeValue.fromN(String.valueOf(version)));
  }

  Condition and(String attribute, String operator, AttributeValue value) {
    terms.add("%s %s %s".formatted(name(attribute), operator, value(value)));
    return this;
  }

  /** The attribute is absent, or a number less than that. */
  Condition andAbsentOrBelow(String attribute, long limit) {
    String name = name(attribute);
    String value = value(AttributeValue.fromN(String.valueOf(limit)));
    terms.add("(attribute_not_exists(%s) OR %s < %s)".formatted(name, name, value));
    return this;
  }

  Condition andEquals(String attribute, String text) {
    return and(attribute, "=", AttributeValue.fromS(text));
  }

  /** The attribute has none of these texts. */
  Condition andNone(String attribute, List<String> texts) {
    texts.forEach(text -> and(attribute, "<>", AttributeValue.fromS(text)));
    return this;
  }

  /** Adds the attributes of {@code changes} as an update. */
  Condition setting(Item changes) {
    changes
        .attributes()
        .forEach((attribute, value) -> sets.add(name(attribute) + " = " + value(value)));
    return this;
  }

  /** Adds those attributes as an update that leaves alone what is there. */
  Condition settingOnce(Item once) {
    once.attributes()
        .forEach(
            (attribute, value) -> {
              String name = name(attribute);
              sets.add("%s = if_not_exists(%s, %s)".formatted(name, name, value(value)));
            });
    return this;
  }

  String expression() {
    return String.join(" AND ", terms);
  }

  String update() {
    return sets.stream().collect(Collectors.joining(", ", "SET ", ""));
  }

  Map<String, String> names() {
    return names;
  }

  /** DynamoDB refuses an empty map of values. */
  @Nullable Map<String, AttributeValue> valuesOrNull() {
    return values.isEmpty() ? null : values;
  }

  private String name(String attribute) {
    String placeholder = "#" + attribute;
    names.put(placeholder, attribute);
    return placeholder;
  }

  private String value(AttributeValue value) {
    String placeholder = ":v" + values.size();
    values.put(placeholder, value);
    return placeholder;
  }
}
