package dev.drawbridge.simulator.dynamodb;

import dev.drawbridge.simulator.operation.ServiceError;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.ReturnValue;

/** Prepares writes from what requests say, and does single ones. */
record Writes(DynamoDbSettings settings) {
  private static final String ALL_OLD = "ALL_OLD";

  Write put(
      Table table,
      Map<String, AttributeValue> item,
      Bindings bindings,
      @Nullable String condition,
      @Nullable String onFailure) {
    AttributeValues.check(item);
    Map<String, AttributeValue> key = table.keys().of(item);
    checkSize(item);
    Optional<Condition> check = condition(condition, bindings);
    bindings.checkUsed();
    return new Write(
        table,
        key,
        table.get(key),
        Optional.of(item),
        check,
        ALL_OLD.equals(onFailure),
        Write.Kind.PUT);
  }

  Write delete(
      Table table,
      Map<String, AttributeValue> key,
      Bindings bindings,
      @Nullable String condition,
      @Nullable String onFailure,
      Write.Kind kind) {
    Optional<Condition> check = condition(condition, bindings);
    bindings.checkUsed();
    return new Write(
        table, key, table.get(key), Optional.empty(), check, ALL_OLD.equals(onFailure), kind);
  }

  Write update(
      Table table,
      Map<String, AttributeValue> key,
      Bindings bindings,
      Optional<UpdateRecord> update,
      @Nullable String condition,
      @Nullable String onFailure) {
    Map<String, AttributeValue> before = table.get(key);
    Optional<Condition> check = condition(condition, bindings);
    bindings.checkUsed();
    boolean allowed = check.map(c -> c.holds(before)).orElse(true);
    Map<String, AttributeValue> after = new HashMap<>(before);
    after.putAll(key);
    // A refused update is not computed: it may only make sense on the item it expects.
    Map<String, AttributeValue> changed =
        allowed ? update.map(u -> changed(table, u, after)).orElse(after) : after;
    return new Write(
        table, key, before, Optional.of(changed), check, ALL_OLD.equals(onFailure), Write.Kind.PUT);
  }

  /** Does a write, or refuses it with ConditionalCheckFailedException. */
  void apply(Write write) {
    if (!write.allowed()) {
      ServiceError failed =
          ServiceError.client("ConditionalCheckFailedException", "The conditional request failed");
      throw write.returnOld() && !write.before().isEmpty()
          ? failed.with(Map.of("Item", Values.json(write.before())))
          : failed;
    }
    write.apply();
  }

  /** What a put or a delete may return; an update may return more. */
  static void checkReturned(@Nullable ReturnValue wanted) {
    if (wanted != null && wanted != ReturnValue.NONE && wanted != ReturnValue.ALL_OLD) {
      throw UpdateRecord.invalid("Return values set to invalid value");
    }
  }

  private Map<String, AttributeValue> changed(
      Table table, UpdateRecord update, Map<String, AttributeValue> item) {
    for (String name : table.keys().names()) {
      if (update.touched().contains(name)) {
        throw UpdateRecord.invalid(
            "One or more parameter values were invalid: Cannot update attribute %s. This attribute"
                    .formatted(name)
                + " is part of the key");
      }
    }
    Map<String, AttributeValue> after = update.apply(item);
    AttributeValues.check(after);
    checkSize(after);
    return after;
  }

  private void checkSize(Map<String, AttributeValue> item) {
    // An estimate: names and values as JSON are a little longer than DynamoDB's own count.
    if (Values.json(item).toString().length() > settings.itemSize()) {
      throw UpdateRecord.invalid("Item size has exceeded the maximum allowed size");
    }
  }

  private static Optional<Condition> condition(@Nullable String text, Bindings bindings) {
    return Optional.ofNullable(text)
        .map(t -> ConditionReader.read("ConditionExpression", t, bindings));
  }
}
