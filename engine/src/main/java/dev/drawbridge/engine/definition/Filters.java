package dev.drawbridge.engine.definition;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import dev.drawbridge.engine.path.PathFailure;
import dev.drawbridge.engine.path.Payload;
import dev.drawbridge.engine.path.ReferencePath;
import dev.drawbridge.engine.path.Scope;
import dev.drawbridge.engine.path.StateFailure;
import org.jspecify.annotations.Nullable;

/**
 * The fields that select a state's input, result and output.
 *
 * @param inputPath null for {@code "InputPath": null}, which gives an empty object
 * @param parameters the template of the input, if there is one
 * @param resultSelector the template of the result, if there is one
 * @param resultPath where the result goes within the state's unfiltered input
 * @param outputPath null for {@code "OutputPath": null}, which gives an empty object
 */
public record Filters(
    @Nullable String inputPath,
    @Nullable PayloadTemplate parameters,
    @Nullable PayloadTemplate resultSelector,
    ReferencePath resultPath,
    @Nullable String outputPath) {
  /** Everything passes as it is. */
  public static final Filters NONE = new Filters("$", null, null, ReferencePath.ROOT, "$");

  /** InputPath. */
  public JsonNode input(Scope scope) {
    return select(inputPath, scope);
  }

  /** InputPath, then Parameters. */
  public JsonNode arguments(Scope scope) {
    JsonNode input = input(scope);
    return parameters == null ? input : parameters.apply(scope.over(input));
  }

  /**
   * What a Parallel state hands to its branches: the state's own input with its text, spaces
   * included, where no field selects another. UNCONFIRMED by the recordings at hand.
   */
  public Payload handedOn(Payload input, Scope scope) {
    boolean whole = "$".equals(inputPath) && parameters == null;
    return whole ? input : Payload.of(arguments(scope));
  }

  /** ResultSelector and ResultPath; {@code scope} is that of the state's own input. */
  public JsonNode result(Scope scope, JsonNode result) {
    JsonNode selected = resultSelector == null ? result : resultSelector.apply(scope.over(result));
    return resultPath.put(scope.input(), selected);
  }

  /** OutputPath. */
  public JsonNode output(Scope scope) {
    return select(outputPath, scope);
  }

  /** A path as InputPath and TimeoutSecondsPath have it, with the message that AWS gives there. */
  public static JsonNode select(@Nullable String path, Scope scope) {
    if (path == null) {
      return JsonNodeFactory.instance.objectNode();
    }
    try {
      return scope.read(path);
    } catch (PathFailure missing) {
      throw StateFailure.runtime("Invalid path '%s' : %s".formatted(path, missing.reason()));
    }
  }
}
