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

  /**
   * Refuses an expression that reads or writes an attribute twice, or one inside of another.
   *
   * @param kind what AWS calls the expression in messages
   * @throws ServiceError ValidationException
   */
  static void distinct(String kind, List<Path> paths) {
    for (int i = 0; i < paths.size(); i++) {
      for (int j = i + 1; j < paths.size(); j++) {
        if (paths.get(i).overlaps(paths.get(j))) {
          throw ServiceError.client(
              "ValidationException",
              "Invalid %s: Two document paths overlap with each other; must remove or rewrite one"
                      .formatted(kind)
                  + " of these paths; path one: %s, path two: %s"
                      .formatted(paths.get(i).steps(), paths.get(j).steps()));
        }
      }
    }
  }

  private boolean overlaps(Path other) {
    int shared = Math.min(steps.size(), other.steps.size());
    return steps.subList(0, shared).equals(other.steps.subList(0, shared));
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
