package dev.drawbridge.engine.intrinsic;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.math.RoundingMode;
import java.util.List;

/** Checks on the arguments of a function. */
final class Arguments {
  private Arguments() {}

  static void count(List<JsonNode> arguments, int least, int most) {
    if (arguments.size() < least || arguments.size() > most) {
      throw new IllegalArgumentException(
          "Invalid number of arguments: expected %s, found %d"
              .formatted(least == most ? least : least + " to " + most, arguments.size()));
    }
  }

  static ArrayNode array(List<JsonNode> arguments, int index) {
    if (arguments.get(index) instanceof ArrayNode array) {
      return array;
    }
    throw wrong(index, "an array");
  }

  static ObjectNode object(List<JsonNode> arguments, int index) {
    if (arguments.get(index) instanceof ObjectNode object) {
      return object;
    }
    throw wrong(index, "a JSON object");
  }

  static String string(List<JsonNode> arguments, int index) {
    if (arguments.get(index).isTextual()) {
      return arguments.get(index).textValue();
    }
    throw wrong(index, "a string");
  }

  /**
   * An integer; AWS rounds other numbers, half upwards: -2.5 is -2 and 2.5 is 3, as {@link
   * Math#round} has it.
   */
  static long integer(List<JsonNode> arguments, int index) {
    if (arguments.get(index).isNumber()) {
      return arguments
          .get(index)
          .decimalValue()
          .add(new java.math.BigDecimal("0.5"))
          .setScale(0, RoundingMode.FLOOR)
          .longValue();
    }
    throw wrong(index, "a number");
  }

  private static IllegalArgumentException wrong(int index, String expected) {
    return new IllegalArgumentException(
        "Invalid argument at position %d: expected %s".formatted(index + 1, expected));
  }
}
