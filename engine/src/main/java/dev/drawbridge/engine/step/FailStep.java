package dev.drawbridge.engine.step;

import com.fasterxml.jackson.databind.JsonNode;
import dev.drawbridge.engine.definition.FailState;
import dev.drawbridge.engine.definition.PayloadTemplate;
import dev.drawbridge.engine.path.Scope;
import dev.drawbridge.engine.path.StateFailure;
import org.jspecify.annotations.Nullable;

/** Fail: an error, and the end of its branch. */
final class FailStep {
  private FailStep() {}

  static void enter(FailState state, Branch branch, Transition transition, Flow flow) {
    Scope scope = transition.scope(branch, null);
    String error = text("ErrorPath", state.error(), state.errorPath(), scope);
    String cause = text("CausePath", state.cause(), state.causePath(), scope);
    flow.caughtOrFailed(branch, Failure.of(error, cause), false);
  }

  private static @Nullable String text(
      String field, @Nullable String literal, @Nullable String expression, Scope scope) {
    if (expression == null) {
      return literal;
    }
    JsonNode value = PayloadTemplate.evaluate(field, expression, scope);
    if (!value.isTextual()) {
      throw StateFailure.runtime(
          "The %s parameter does not reference a string value: %s == %s"
              .formatted(field, expression, value));
    }
    return value.textValue();
  }
}
