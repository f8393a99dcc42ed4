package dev.drawbridge.simulator.dynamodb;

import java.util.Map;
import java.util.Optional;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/** One side of a comparison. */
sealed interface Operand {

  /** The value in an item; empty if the item has no such attribute. */
  Optional<AttributeValue> in(Map<String, AttributeValue> item);

  /** An attribute. */
  record Attribute(Path path) implements Operand {
    @Override
    public Optional<AttributeValue> in(Map<String, AttributeValue> item) {
      return path.read(item);
    }
  }

  /** A value of the request. */
  record Literal(AttributeValue value) implements Operand {
    @Override
    public Optional<AttributeValue> in(Map<String, AttributeValue> item) {
      return Optional.of(value);
    }
  }

  /** Reads an attribute or a {@code :value}. */
  static Operand read(Tokens tokens, Bindings bindings) {
    if (tokens.peek().startsWith(":")) {
      return new Literal(bindings.value(tokens, tokens.take()));
    }
    if (tokens.follows("(")) {
      throw tokens.error("This world does not model the function " + tokens.peek());
    }
    return new Attribute(bindings.path(tokens));
  }
}
