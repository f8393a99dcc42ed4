package dev.drawbridge.simulator.dynamodb;

import dev.drawbridge.simulator.operation.ServiceError;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/** Where an attribute stands in an item: the names of maps, then its own. */
record Path(List<String> steps) {
  Path {
    steps = List.copyOf(steps);
  }

  Optional<AttributeValue> read(Map<String, AttributeValue> item) {
    Optional<AttributeValue> at = Optional.ofNullable(item.get(steps.getFirst()));
    for (String step : steps.subList(1, steps.size())) {
      at = at.filter(AttributeValue::hasM).map(v -> v.m().get(step));
    }
    return at;
  }

  /** The item with a value here, or without one. */
  Map<String, AttributeValue> write(
      Map<String, AttributeValue> item, Optional<AttributeValue> value) {
    Map<String, AttributeValue> copy = new HashMap<>(item);
    String first = steps.getFirst();
    if (steps.size() == 1) {
      value.ifPresentOrElse(v -> copy.put(first, v), () -> copy.remove(first));
      return copy;
    }
    AttributeValue parent = item.get(first);
    if (parent == null || !parent.hasM()) {
      throw ServiceError.client(
          "ValidationException",
          "The document path provided in the update expression is invalid for update");
    }
    Path rest = new Path(steps.subList(1, steps.size()));
    copy.put(first, AttributeValue.fromM(rest.write(parent.m(), value)));
    return copy;
  }
}
