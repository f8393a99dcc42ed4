package dev.drawbridge.engine.path;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Iterator;

/** Comparison of JSON values as AWS means it: numbers by value, objects whatever their order. */
public final class JsonValues {
  private JsonValues() {}

  /** Whether two values are the same JSON value; 1 and 1.0 are. */
  public static boolean equal(JsonNode left, JsonNode right) {
    if (left.isNumber() && right.isNumber()) {
      return left.decimalValue().compareTo(right.decimalValue()) == 0;
    }
    if (left.getNodeType() != right.getNodeType() || left.size() != right.size()) {
      return false;
    }
    if (left.isObject()) {
      return left.properties().stream()
          .allMatch(
              field ->
                  right.has(field.getKey()) && equal(field.getValue(), right.get(field.getKey())));
    }
    if (left.isArray()) {
      Iterator<JsonNode> others = right.iterator();
      for (JsonNode element : left) {
        if (!equal(element, others.next())) {
          return false;
        }
      }
      return true;
    }
    return left.equals(right);
  }
}
