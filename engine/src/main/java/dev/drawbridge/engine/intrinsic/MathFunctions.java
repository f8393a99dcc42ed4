package dev.drawbridge.engine.intrinsic;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.LongNode;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.random.RandomGenerator;

/** {@code States.MathRandom} and {@code States.MathAdd}. */
final class MathFunctions {
  static final Map<String, IntrinsicFunction> ALL =
      Map.of(
          "States.MathRandom",
          MathFunctions::random,
          "States.MathAdd",
          (arguments, random) -> add(arguments));

  private MathFunctions() {}

  private static JsonNode random(List<JsonNode> arguments, RandomGenerator random) {
    Arguments.count(arguments, 2, 3);
    long from = Arguments.integer(arguments, 0);
    long to = Arguments.integer(arguments, 1);
    if (from >= to) {
      throw new IllegalArgumentException("The start number must be less than the end number");
    }
    RandomGenerator source =
        arguments.size() == 3 ? new Random(Arguments.integer(arguments, 2)) : random;
    return LongNode.valueOf(source.nextLong(from, to));
  }

  private static JsonNode add(List<JsonNode> arguments) {
    Arguments.count(arguments, 2, 2);
    return LongNode.valueOf(Arguments.integer(arguments, 0) + Arguments.integer(arguments, 1));
  }
}
