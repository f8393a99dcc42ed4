package dev.drawbridge.simulator.dynamodb;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/** Reads condition, filter and key condition expressions; NOT binds before AND, AND before OR. */
final class ConditionReader {
  private static final Set<String> COMPARISONS = Set.of("=", "<>", "<", "<=", ">", ">=");

  private final Tokens tokens;
  private final Bindings bindings;
  private Optional<Condition> parenthesised = Optional.empty();

  private ConditionReader(Tokens tokens, Bindings bindings) {
    this.tokens = tokens;
    this.bindings = bindings;
  }

  /**
   * Reads an expression.
   *
   * @param kind what AWS calls it in messages
   */
  static Condition read(String kind, String text, Bindings bindings) {
    ConditionReader reader = new ConditionReader(new Tokens(kind, text), bindings);
    Condition condition = reader.or();
    reader.tokens.expectEnd();
    return condition;
  }

  private Condition or() {
    Condition left = and();
    while (tokens.taken("OR")) {
      left = new Condition.Or(left, and());
    }
    return left;
  }

  private Condition and() {
    Condition left = not();
    while (tokens.taken("AND")) {
      left = new Condition.And(left, not());
    }
    return left;
  }

  private Condition not() {
    return tokens.taken("NOT") ? new Condition.Not(not()) : primary();
  }

  private Condition primary() {
    if (tokens.taken("(")) {
      Condition inner = or();
      tokens.expect(")");
      return parenthesised(inner);
    }
    return tokens.follows("(") ? function() : comparison();
  }

  @SuppressWarnings("ReferenceEquality") // Parentheses around the very same, not around its like.
  private Condition parenthesised(Condition inner) {
    if (parenthesised.filter(last -> last == inner).isPresent()) {
      throw tokens.refused("The expression has redundant parentheses;");
    }
    parenthesised = Optional.of(inner);
    return inner;
  }

  private Condition function() {
    String name = tokens.take();
    tokens.expect("(");
    Condition made =
        switch (name) {
          case "attribute_exists" -> new Condition.Exists(bindings.path(tokens));
          case "attribute_not_exists" ->
              new Condition.Not(new Condition.Exists(bindings.path(tokens)));
          case "begins_with" -> beginsWith();
          case "contains" -> new Condition.Contains(bindings.path(tokens), second());
          case "attribute_type", "size" ->
              throw tokens.error("This world does not model the function " + name);
          default -> throw tokens.error("Invalid function name; function: " + name);
        };
    tokens.expect(")");
    return made;
  }

  private Condition beginsWith() {
    Path path = bindings.path(tokens);
    Operand prefix = second();
    OperandTypes.prefix(tokens, prefix);
    return new Condition.BeginsWith(path, prefix);
  }

  private Operand second() {
    tokens.expect(",");
    return Operand.read(tokens, bindings);
  }

  private Condition comparison() {
    Operand left = Operand.read(tokens, bindings);
    String word = tokens.take();
    if (COMPARISONS.contains(word)) {
      Operand right = Operand.read(tokens, bindings);
      OperandTypes.distinct(tokens, word, left, right);
      OperandTypes.comparison(tokens, word, List.of(left, right));
      return new Condition.Compare(word, left, right);
    }
    return switch (word.toUpperCase(Locale.ROOT)) {
      case "BETWEEN" -> between(left);
      case "IN" -> in(left);
      default -> throw tokens.error("Syntax error; token: \"%s\"".formatted(word));
    };
  }

  private Condition between(Operand left) {
    Operand low = Operand.read(tokens, bindings);
    tokens.expect("AND");
    Operand high = Operand.read(tokens, bindings);
    OperandTypes.bounds(tokens, low, high);
    return new Condition.Between(left, low, high);
  }

  private Condition in(Operand left) {
    tokens.expect("(");
    List<Operand> choices = new ArrayList<>();
    do {
      choices.add(Operand.read(tokens, bindings));
    } while (tokens.taken(","));
    tokens.expect(")");
    return new Condition.In(left, choices);
  }
}
