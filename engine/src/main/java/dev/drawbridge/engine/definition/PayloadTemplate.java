package dev.drawbridge.engine.definition;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.drawbridge.engine.intrinsic.Intrinsics;
import dev.drawbridge.engine.path.PathFailure;
import dev.drawbridge.engine.path.Scope;
import dev.drawbridge.engine.path.StateFailure;

/**
 * A payload template: {@code Parameters}, {@code ResultSelector}, {@code ItemSelector}.
 *
 * <p>A field whose name ends in {@code .$} is replaced by what its path or intrinsic function
 * gives; all else stands as it is.
 */
public record PayloadTemplate(JsonNode template) {

  /**
   * The value of the template in a scope.
   *
   * @throws StateFailure when a path finds nothing or a function fails
   */
  public JsonNode apply(Scope scope) {
    return apply(template, scope);
  }

  /** The value of an expression: a path, a context path, or a call of an intrinsic function. */
  public static JsonNode evaluate(String field, String expression, Scope scope) {
    if (!expression.startsWith("$")) {
      return Intrinsics.call(expression, scope);
    }
    try {
      return scope.read(expression);
    } catch (PathFailure missing) {
      throw StateFailure.runtime(
          "The JSONPath '%s' specified for the field '%s' could not be found in the input '%s'"
              .formatted(expression, field, scope.input()));
    }
  }

  private static JsonNode apply(JsonNode node, Scope scope) {
    return switch (node) {
      case ObjectNode object -> object(object, scope);
      case ArrayNode array -> {
        ArrayNode result = JsonNodeFactory.instance.arrayNode();
        array.forEach(element -> result.add(apply(element, scope)));
        yield result;
      }
      default -> node;
    };
  }

  private static JsonNode object(ObjectNode object, Scope scope) {
    ObjectNode result = JsonNodeFactory.instance.objectNode();
    object
        .properties()
        .forEach(
            field -> {
              String name = field.getKey();
              if (name.endsWith(".$")) {
                result.set(
                    name.substring(0, name.length() - 2),
                    evaluate(name, field.getValue().asText(), scope));
              } else {
                result.set(name, apply(field.getValue(), scope));
              }
            });
    return result;
  }
}
