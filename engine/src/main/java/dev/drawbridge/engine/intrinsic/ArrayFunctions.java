package dev.drawbridge.engine.intrinsic;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.BooleanNode;
import com.fasterxml.jackson.databind.node.IntNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import dev.drawbridge.engine.path.JsonValues;
import java.util.List;
import java.util.Map;
import java.util.stream.StreamSupport;

/** {@code States.Array} and its relatives. */
final class ArrayFunctions {
  /**
   * The longest array that AWS makes ({@code States.ArrayRange}, {@code States.ArrayPartition}).
   */
  private static final int LONGEST = 1000;

  static final Map<String, IntrinsicFunction> ALL =
      Map.of(
          "States.Array", (arguments, random) -> array().addAll(arguments),
          "States.ArrayPartition", (arguments, random) -> partition(arguments),
          "States.ArrayContains", (arguments, random) -> contains(arguments),
          "States.ArrayRange", (arguments, random) -> range(arguments),
          "States.ArrayGetItem", (arguments, random) -> item(arguments),
          "States.ArrayLength", (arguments, random) -> length(arguments),
          "States.ArrayUnique", (arguments, random) -> unique(arguments));

  private ArrayFunctions() {}

  private static JsonNode partition(List<JsonNode> arguments) {
    Arguments.count(arguments, 2, 2);
    ArrayNode source = Arguments.array(arguments, 0);
    long size = Arguments.integer(arguments, 1);
    if (size <= 0) {
      throw new IllegalArgumentException("The chunk size must be a positive integer");
    }
    ArrayNode chunks = array();
    for (int i = 0; i < source.size(); i++) {
      ArrayNode chunk =
          i % size == 0 ? chunks.addArray() : (ArrayNode) chunks.get(chunks.size() - 1);
      chunk.add(source.get(i));
    }
    return limited(chunks);
  }

  private static JsonNode contains(List<JsonNode> arguments) {
    Arguments.count(arguments, 2, 2);
    return BooleanNode.valueOf(has(Arguments.array(arguments, 0), arguments.get(1)));
  }

  private static JsonNode range(List<JsonNode> arguments) {
    Arguments.count(arguments, 3, 3);
    long last = Arguments.integer(arguments, 1);
    long step = Arguments.integer(arguments, 2);
    if (step == 0) {
      throw new IllegalArgumentException("The increment must not be 0");
    }
    ArrayNode range = array();
    for (long next = Arguments.integer(arguments, 0);
        step > 0 ? next <= last : next >= last;
        next += step) {
      range.add(next);
      limited(range);
    }
    return range;
  }

  private static JsonNode item(List<JsonNode> arguments) {
    Arguments.count(arguments, 2, 2);
    ArrayNode source = Arguments.array(arguments, 0);
    long index = Arguments.integer(arguments, 1);
    if (index < 0 || index >= source.size()) {
      throw new IllegalArgumentException(
          "The index %d is out of bounds for an array of length %d"
              .formatted(index, source.size()));
    }
    return source.get((int) index);
  }

  private static JsonNode length(List<JsonNode> arguments) {
    Arguments.count(arguments, 1, 1);
    return IntNode.valueOf(Arguments.array(arguments, 0).size());
  }

  private static JsonNode unique(List<JsonNode> arguments) {
    Arguments.count(arguments, 1, 1);
    ArrayNode unique = array();
    for (JsonNode element : Arguments.array(arguments, 0)) {
      if (!has(unique, element)) {
        unique.add(element);
      }
    }
    return unique;
  }

  private static boolean has(ArrayNode array, JsonNode wanted) {
    return StreamSupport.stream(array.spliterator(), false)
        .anyMatch(element -> JsonValues.equal(element, wanted));
  }

  private static ArrayNode limited(ArrayNode array) {
    if (array.size() > LONGEST) {
      throw new IllegalArgumentException(
          "The resulting array would have more than %d items".formatted(LONGEST));
    }
    return array;
  }

  private static ArrayNode array() {
    return JsonNodeFactory.instance.arrayNode();
  }
}
