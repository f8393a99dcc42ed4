package dev.drawbridge.engine.path;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A reference path: it names one place, as {@code ResultPath} does.
 *
 * @param path the path as written, or null for {@code "ResultPath": null}, which discards
 */
public record ReferencePath(@Nullable String path) {
  /** The whole value. */
  public static final ReferencePath ROOT = new ReferencePath("$");

  private static final Pattern STEP =
      Pattern.compile("\\.([^.\\[\\]]+)|\\['((?:[^'\\\\]|\\\\.)*)'\\]|\\[(\\d+)\\]");

  /** Whether the text is a reference path. */
  public static boolean valid(String path) {
    return path.startsWith("$") && STEP.matcher(path.substring(1)).replaceAll("").isEmpty();
  }

  /**
   * Puts {@code result} in its place within {@code input}; fields on the way are created.
   *
   * @throws StateFailure {@code States.ResultPathMatchFailure} where the input has no such place
   */
  public JsonNode put(JsonNode input, JsonNode result) {
    if (path == null) {
      return input;
    }
    List<String> steps = steps(path);
    return steps.isEmpty() ? result : put(input.deepCopy(), steps, 0, result);
  }

  private JsonNode put(@Nullable JsonNode into, List<String> steps, int depth, JsonNode result) {
    if (depth == steps.size()) {
      return result;
    }
    String step = steps.get(depth);
    boolean index = step.startsWith("#");
    if (index && into instanceof ArrayNode array) {
      int at = Integer.parseInt(step.substring(1));
      if (at < array.size()) {
        array.set(at, put(array.get(at), steps, depth + 1, result));
        return array;
      }
    } else if (!index && (into == null || into instanceof ObjectNode)) {
      ObjectNode object =
          into instanceof ObjectNode found ? found : JsonNodeFactory.instance.objectNode();
      String name = step.substring(1);
      object.set(name, put(object.get(name), steps, depth + 1, result));
      return object;
    }
    throw StateFailure.named(
        "States.ResultPathMatchFailure",
        "Unable to apply ReferencePath %s to input %s".formatted(path, into));
  }

  /** Steps carry a first letter: {@code .} for a field, {@code #} for an index. */
  private static List<String> steps(String path) {
    List<String> steps = new ArrayList<>();
    Matcher matcher = STEP.matcher(path.substring(1));
    while (matcher.find()) {
      if (matcher.group(3) != null) {
        steps.add("#" + matcher.group(3));
      } else {
        steps.add("." + (matcher.group(1) != null ? matcher.group(1) : matcher.group(2)));
      }
    }
    return steps;
  }
}
