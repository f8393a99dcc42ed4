package dev.drawbridge.engine.intrinsic;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.random.RandomGenerator;

/** One intrinsic function. */
@FunctionalInterface
interface IntrinsicFunction {
  /**
   * Computes the result.
   *
   * @throws IllegalArgumentException when the arguments do not fit; the message says why
   */
  JsonNode apply(List<JsonNode> arguments, RandomGenerator random);
}
