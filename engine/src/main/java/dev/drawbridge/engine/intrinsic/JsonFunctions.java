package dev.drawbridge.engine.intrinsic;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.NullNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import dev.drawbridge.engine.path.Payload;
import java.util.List;
import java.util.Map;

/** {@code States.StringToJson}, {@code States.JsonToString} and {@code States.JsonMerge}. */
final class JsonFunctions {
  static final Map<String, IntrinsicFunction> ALL =
      Map.of(
          "States.StringToJson", (arguments, random) -> parse(arguments),
          "States.JsonToString", (arguments, random) -> print(arguments),
          "States.JsonMerge", (arguments, random) -> merge(arguments));

  private JsonFunctions() {}

  private static JsonNode parse(List<JsonNode> arguments) {
    Arguments.count(arguments, 1, 1);
    String text = Arguments.string(arguments, 0);
    if (text.isBlank()) {
      // AWS takes an empty string for null.
      return NullNode.instance;
    }
    try {
      return Payload.parse(text).value();
    } catch (JsonProcessingException notJson) {
      throw new IllegalArgumentException("Invalid JSON: " + notJson.getOriginalMessage(), notJson);
    }
  }

  private static JsonNode print(List<JsonNode> arguments) {
    Arguments.count(arguments, 1, 1);
    return TextNode.valueOf(arguments.getFirst().toString());
  }

  /** Shallow only; AWS has no deep merge. */
  private static JsonNode merge(List<JsonNode> arguments) {
    Arguments.count(arguments, 3, 3);
    ObjectNode left = Arguments.object(arguments, 0);
    ObjectNode right = Arguments.object(arguments, 1);
    if (!arguments.get(2).isBoolean() || arguments.get(2).booleanValue()) {
      throw new IllegalArgumentException(
          "Step Functions currently only supports the shallow merging mode: the third argument"
              + " must be false");
    }
    return left.deepCopy().setAll(right);
  }
}
