package dev.drawbridge.aws.dynamodb;

import dev.drawbridge.model.OnboardingKey;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.core.SdkBytes;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/** One item, by attribute name. Absent and null are the same: a null is never written. */
final class Item {
  private final Map<String, AttributeValue> attributes;

  private Item(Map<String, AttributeValue> attributes) {
    this.attributes = attributes;
  }

  static Item of(Map<String, AttributeValue> attributes) {
    return new Item(new LinkedHashMap<>(attributes));
  }

  static Item empty() {
    return of(Map.of());
  }

  static Item key(String pk, String sk) {
    return empty().with("pk", pk).with("sk", sk);
  }

  Item with(String name, @Nullable String text) {
    return put(name, text == null ? null : AttributeValue.fromS(text));
  }

  Item with(String name, @Nullable Number number) {
    return put(name, number == null ? null : AttributeValue.fromN(String.valueOf(number)));
  }

  Item with(String name, byte[] bytes) {
    return put(name, AttributeValue.fromB(SdkBytes.fromByteArray(bytes)));
  }

  Item with(String name, List<String> texts) {
    return put(name, AttributeValue.fromL(texts.stream().map(AttributeValue::fromS).toList()));
  }

  /** An absent list is an empty one. */
  List<String> texts(String name) {
    return value(name).map(AttributeValue::l).orElse(List.of()).stream()
        .map(AttributeValue::s)
        .toList();
  }

  String text(String name) {
    return optionalText(name).orElseThrow(() -> missing(name));
  }

  Optional<String> optionalText(String name) {
    return value(name).map(AttributeValue::s);
  }

  long number(String name) {
    return optionalNumber(name).orElseThrow(() -> missing(name));
  }

  Optional<Long> optionalNumber(String name) {
    return value(name).map(AttributeValue::n).map(Long::valueOf);
  }

  @Nullable Integer integerOrNull(String name) {
    return value(name).map(AttributeValue::n).map(Integer::valueOf).orElse(null);
  }

  /**
   * What it says.
   *
   * @throws UnreadableItem if it says nothing that {@code as} can read
   */
  <T> T read(Function<Item, T> as) {
    try {
      return as.apply(this);
    } catch (RuntimeException notOurs) {
      throw new UnreadableItem(name(), optionalText("principal").orElse(""), notOurs);
    }
  }

  /** The onboarding that an item is about: of a principal that nobody has, nothing can be said. */
  OnboardingKey onboarding() {
    OnboardingKey key = new OnboardingKey(text("databaseArn"), text("principal"));
    if (!key.named()) {
      throw new IllegalStateException(
          "item %s is of the principal %s, which is no ARN".formatted(name(), key.principal()));
    }
    return key;
  }

  byte[] bytes(String name) {
    return value(name).map(value -> value.b().asByteArray()).orElseThrow(() -> missing(name));
  }

  Map<String, AttributeValue> attributes() {
    return attributes;
  }

  private Optional<AttributeValue> value(String name) {
    return Optional.ofNullable(attributes.get(name));
  }

  private Item put(String name, @Nullable AttributeValue value) {
    if (value != null) {
      attributes.put(name, value);
    }
    return this;
  }

  private IllegalStateException missing(String name) {
    return new IllegalStateException("item %s has no attribute %s".formatted(name(), name));
  }

  private String name() {
    return "%s %s".formatted(optionalText("pk").orElse(""), optionalText("sk").orElse(""));
  }
}
