package dev.drawbridge.engine.intrinsic;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;

/** An argument of an intrinsic function, or the call itself. */
sealed interface Expression {
  /** A string in single quotes, a number, a boolean or null. */
  record Literal(JsonNode value) implements Expression {}

  /** A {@code $} or {@code $$} path. */
  record Path(String path) implements Expression {}

  /** A call. */
  record Call(String function, List<Expression> arguments, String text) implements Expression {}
}
