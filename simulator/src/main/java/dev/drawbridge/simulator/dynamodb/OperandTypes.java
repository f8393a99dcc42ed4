package dev.drawbridge.simulator.dynamodb;

import java.util.List;
import java.util.Set;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/** Which types the values of a request may have beside an operator, whatever the item holds. */
final class OperandTypes {
  private static final Set<AttributeValue.Type> ORDERED =
      Set.of(AttributeValue.Type.S, AttributeValue.Type.N, AttributeValue.Type.B);
  private static final Set<AttributeValue.Type> PREFIXES =
      Set.of(AttributeValue.Type.S, AttributeValue.Type.B);
  private static final Set<String> ORDERS = Set.of("<", "<=", ">", ">=");

  private OperandTypes() {}

  static void comparison(Tokens tokens, String operator, List<Operand> operands) {
    if (ORDERS.contains(operator)) {
      operands.forEach(operand -> among(tokens, operator, operand, ORDERED));
    }
  }

  /** No attribute is compared with itself. */
  static void distinct(Tokens tokens, String operator, Operand first, Operand other) {
    if (first instanceof Operand.Attribute(var path) && first.equals(other)) {
      throw tokens.refused(
          "The first operand must be distinct from the remaining operands for this operator or"
              + " function; operator: %s, first operand: %s".formatted(operator, path.steps()));
    }
  }

  static void prefix(Tokens tokens, Operand operand) {
    among(tokens, "begins_with", operand, PREFIXES);
  }

  static void bounds(Tokens tokens, Operand low, Operand high) {
    among(tokens, "BETWEEN", low, ORDERED);
    among(tokens, "BETWEEN", high, ORDERED);
    if (!(low instanceof Operand.Literal(var from) && high instanceof Operand.Literal(var to))) {
      return;
    }
    String bounds = "lower bound operand: %s, upper bound operand: %s".formatted(from, to);
    if (from.type() != to.type()) {
      throw tokens.error(
          "The BETWEEN operator requires same data type for lower and upper bounds; " + bounds);
    }
    if (Values.compare(from, to).orElse(0) > 0) {
      throw tokens.error(
          "The BETWEEN operator requires upper bound to be greater than or equal to lower bound; "
              + bounds);
    }
  }

  private static void among(
      Tokens tokens, String operator, Operand operand, Set<AttributeValue.Type> allowed) {
    if (operand instanceof Operand.Literal(var value) && !allowed.contains(value.type())) {
      throw tokens.error(
          "Incorrect operand type for operator or function; operator or function: %s, operand"
                  .formatted(operator)
              + " type: "
              + (value.type() == AttributeValue.Type.NUL ? "NULL" : value.type()));
    }
  }
}
