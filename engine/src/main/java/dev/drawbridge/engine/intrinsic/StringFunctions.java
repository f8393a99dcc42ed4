package dev.drawbridge.engine.intrinsic;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.TextNode;
import java.util.List;
import java.util.Map;
import java.util.StringTokenizer;
import java.util.random.RandomGenerator;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;

/** {@code States.Format}, {@code States.StringSplit} and {@code States.UUID}. */
final class StringFunctions {
  static final Map<String, IntrinsicFunction> ALL =
      Map.of(
          "States.Format", (arguments, random) -> format(arguments),
          "States.StringSplit", (arguments, random) -> split(arguments),
          "States.UUID", (arguments, random) -> uuid(arguments, random));

  private StringFunctions() {}

  private static JsonNode format(List<JsonNode> arguments) {
    Arguments.count(arguments, 1, Integer.MAX_VALUE);
    String template = Arguments.string(arguments, 0);
    StringBuilder result = new StringBuilder();
    int next = 1;
    for (int i = 0; i < template.length(); i++) {
      if (template.charAt(i) == '\\' && i + 1 < template.length()) {
        result.append(template.charAt(++i));
      } else if (template.startsWith("{}", i)) {
        if (next == arguments.size()) {
          throw new IllegalArgumentException(
              "The number of occurrences of {} does not match the number of arguments");
        }
        result.append(show(arguments.get(next++)));
        i++;
      } else {
        result.append(template.charAt(i));
      }
    }
    if (next != arguments.size()) {
      throw new IllegalArgumentException(
          "The number of occurrences of {} does not match the number of arguments");
    }
    return TextNode.valueOf(result.toString());
  }

  /** Objects appear as Java maps do, {@code {Arg1=1, Arg2=[]}}: so AWS's recordings show them. */
  private static String show(JsonNode value) {
    if (value.isObject()) {
      return value.properties().stream()
          .map(field -> field.getKey() + "=" + show(field.getValue()))
          .collect(Collectors.joining(", ", "{", "}"));
    }
    if (value.isArray()) {
      return StreamSupport.stream(value.spliterator(), false)
          .map(StringFunctions::show)
          .collect(Collectors.joining(", ", "[", "]"));
    }
    return value.asText();
  }

  /** Each character of the second argument separates, and empty parts are dropped. */
  private static JsonNode split(List<JsonNode> arguments) {
    Arguments.count(arguments, 2, 2);
    StringTokenizer parts =
        new StringTokenizer(Arguments.string(arguments, 0), Arguments.string(arguments, 1));
    ArrayNode result = JsonNodeFactory.instance.arrayNode();
    while (parts.hasMoreTokens()) {
      result.add(parts.nextToken());
    }
    return result;
  }

  private static JsonNode uuid(List<JsonNode> arguments, RandomGenerator random) {
    Arguments.count(arguments, 0, 0);
    long high = (random.nextLong() & ~0xF000L) | 0x4000L;
    long low = (random.nextLong() & ~(3L << 62)) | (1L << 63);
    return TextNode.valueOf(new java.util.UUID(high, low).toString());
  }
}
