package dev.drawbridge.simulator.dynamodb;

import dev.drawbridge.simulator.operation.ServiceError;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import java.util.function.Function;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/**
 * An update expression: SET (with {@code +}, {@code -} and {@code if_not_exists}), REMOVE and ADD.
 * All values are read from the item as it was before the update.
 */
record UpdateRecord(List<Action> actions) {
  /** Reads a value from the item as it was. */
  interface Source extends Function<Map<String, AttributeValue>, AttributeValue> {}

  /** One change. */
  record Action(Path path, Function<Map<String, AttributeValue>, Optional<AttributeValue>> value) {}

  UpdateRecord {
    actions = List.copyOf(actions);
  }

  Map<String, AttributeValue> apply(Map<String, AttributeValue> before) {
    Map<String, AttributeValue> after = before;
    for (Action action : actions) {
      after = action.path().write(after, action.value().apply(before));
    }
    return after;
  }

  /** The attributes that the expression touches, by their first name. */
  List<String> touched() {
    return actions.stream().map(a -> a.path().steps().getFirst()).distinct().toList();
  }

  static AttributeValue sum(AttributeValue a, AttributeValue b, boolean minus) {
    if (a.n() == null || b.n() == null) {
      throw invalid("An operand in the update expression has an incorrect data type");
    }
    return Values.number(
        minus
            ? Values.number(a).subtract(Values.number(b))
            : Values.number(a).add(Values.number(b)));
  }

  /** ADD: a number to a number, or elements to a set; to nothing, it becomes the value. */
  static AttributeValue added(Optional<AttributeValue> before, AttributeValue more) {
    if (before.isEmpty()) {
      return more;
    }
    AttributeValue old = before.get();
    if (old.hasSs() && more.hasSs()) {
      TreeSet<String> all = new TreeSet<>(old.ss());
      all.addAll(more.ss());
      return AttributeValue.fromSs(new ArrayList<>(all));
    }
    return sum(old, more, false);
  }

  static ServiceError invalid(String message) {
    return ServiceError.client("ValidationException", message);
  }
}
