package dev.drawbridge.simulator.dynamodb;

import dev.drawbridge.simulator.operation.ServiceError;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/**
 * The narrower grammar of key conditions: one on each key, joined by AND; the partition key equals
 * a value (Amazon DynamoDB Developer Guide, "Key condition expressions for the Query operation").
 */
final class KeyConditions {
  private KeyConditions() {}

  /**
   * Looks at what a query asks of the keys.
   *
   * @throws ServiceError ValidationException for what a filter may say and a key condition may not
   */
  static void check(Condition condition, KeySchema keys) {
    Set<String> seen = new HashSet<>();
    for (Condition part : parts(condition)) {
      String key = key(part);
      if (!seen.add(key)) {
        throw invalid("KeyConditionExpressions must only contain one condition per key");
      }
      if (key.equals(keys.partition()) && !equality(part)) {
        throw invalid("Query key condition not supported");
      }
      literals(part).forEach(literal -> type(keys, key, literal));
    }
    // The partition key is missed first, then whatever stands in the place of the sort key.
    if (!seen.contains(keys.partition())) {
      throw invalid("Query condition missed key schema element: " + keys.partition());
    }
    if (!keys.names().containsAll(seen)) {
      throw invalid(
          "Query condition missed key schema element: " + keys.sort().orElse(keys.partition()));
    }
  }

  /** Refuses a filter on a key, which belongs into the key condition. */
  static void checkFilter(Condition filter, KeySchema keys) {
    for (Path path : filter.paths()) {
      if (keys.names().contains(path.steps().getFirst())) {
        throw invalid(
            "Filter Expression can only contain non-primary key attributes: Primary key attribute: "
                + path.steps().getFirst());
      }
    }
  }

  private static List<Condition> parts(Condition condition) {
    return condition instanceof Condition.And(var left, var right)
        ? Stream.of(parts(left), parts(right)).flatMap(List::stream).toList()
        : List.of(condition);
  }

  private static String key(Condition part) {
    String operator =
        switch (part) {
          case Condition.Or _ -> "OR";
          case Condition.Not _ -> "NOT";
          case Condition.In _ -> "IN";
          case Condition.Exists _ -> "attribute_exists";
          case Condition.Contains _ -> "contains";
          case Condition.Compare(var sign, _, _) when sign.equals("<>") -> sign;
          default -> "";
        };
    if (!operator.isEmpty()) {
      throw invalid("Invalid operator used in KeyConditionExpression: " + operator);
    }
    List<Path> paths = part.paths();
    if (paths.size() != 1 || paths.getFirst().steps().size() != 1) {
      throw invalid("Invalid KeyConditionExpression: a key is compared with one value or two");
    }
    return paths.getFirst().steps().getFirst();
  }

  private static boolean equality(Condition part) {
    return part instanceof Condition.Compare(var sign, _, _) && sign.equals("=");
  }

  private static List<Operand.Literal> literals(Condition part) {
    return part.operands().stream()
        .filter(Operand.Literal.class::isInstance)
        .map(Operand.Literal.class::cast)
        .toList();
  }

  private static void type(KeySchema keys, String key, Operand.Literal literal) {
    if (!keys.fits(key, literal.value())) {
      throw invalid(
          "One or more parameter values were invalid: Condition parameter type does not match"
              + " schema type");
    }
  }

  private static ServiceError invalid(String message) {
    return ServiceError.client("ValidationException", message);
  }
}
