package dev.drawbridge.engine.intrinsic;

import com.fasterxml.jackson.databind.JsonNode;
import dev.drawbridge.engine.path.PathFailure;
import dev.drawbridge.engine.path.Scope;
import dev.drawbridge.engine.path.StateFailure;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Calls of intrinsic functions: reading, checking and computing. */
public final class Intrinsics {
  private static final Map<String, IntrinsicFunction> FUNCTIONS = all();

  private Intrinsics() {}

  /**
   * The value of a call.
   *
   * @throws StateFailure when a path finds nothing ({@code States.Runtime}) or the arguments do not
   *     fit ({@code States.IntrinsicFailure})
   */
  public static JsonNode call(String text, Scope scope) {
    return evaluate(IntrinsicParser.parse(text), scope);
  }

  /** Whether the text is a call of functions that exist, with readable arguments. */
  public static boolean valid(String text) {
    try {
      return known(IntrinsicParser.parse(text));
    } catch (IllegalArgumentException invalid) {
      return false;
    }
  }

  private static boolean known(Expression expression) {
    return !(expression instanceof Expression.Call call)
        || (FUNCTIONS.containsKey(call.function())
            && call.arguments().stream().allMatch(Intrinsics::known));
  }

  private static JsonNode evaluate(Expression.Call call, Scope scope) {
    List<JsonNode> arguments =
        call.arguments().stream().map(argument -> argument(argument, call, scope)).toList();
    IntrinsicFunction function = FUNCTIONS.get(call.function());
    try {
      if (function == null) {
        throw new IllegalArgumentException("The function is not known.");
      }
      return function.apply(arguments, scope.random());
    } catch (IllegalArgumentException unfit) {
      throw StateFailure.named(
          "States.IntrinsicFailure", error(call.text(), String.valueOf(unfit.getMessage())));
    }
  }

  private static JsonNode argument(Expression argument, Expression.Call call, Scope scope) {
    return switch (argument) {
      case Expression.Literal literal -> literal.value();
      case Expression.Call inner -> evaluate(inner, scope);
      case Expression.Path path -> {
        try {
          yield scope.read(path.path());
        } catch (PathFailure missing) {
          throw StateFailure.runtime(
              error(
                  call.text(),
                  "The JsonPath argument for the field '%s' could not be found in the input '%s'"
                      .formatted(path.path(), scope.input())));
        }
      }
    };
  }

  private static String error(String call, String reason) {
    return "The function '%s' had the following error: %s".formatted(call, reason);
  }

  private static Map<String, IntrinsicFunction> all() {
    Map<String, IntrinsicFunction> all = new HashMap<>();
    all.putAll(ArrayFunctions.ALL);
    all.putAll(StringFunctions.ALL);
    all.putAll(JsonFunctions.ALL);
    all.putAll(MathFunctions.ALL);
    all.putAll(EncodingFunctions.ALL);
    return Map.copyOf(all);
  }
}
