package dev.drawbridge.engine.choice;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;

/** Reads the rules of a Choice state; validation has been over them. */
public final class RuleReader {
  private RuleReader() {}

  /** One rule, with all that is nested in it. */
  public static Rule read(JsonNode rule) {
    if (rule.has("And")) {
      return new Rule.And(all(rule.get("And")));
    }
    if (rule.has("Or")) {
      return new Rule.Or(all(rule.get("Or")));
    }
    if (rule.has("Not")) {
      return new Rule.Not(read(rule.get("Not")));
    }
    String variable = rule.path("Variable").asText();
    for (var field : rule.properties()) {
      String name = field.getKey();
      if (name.equals("IsPresent")) {
        return new Rule.Present(variable, field.getValue().asBoolean());
      }
      if (name.endsWith("Path") && operator(name, 4) != null) {
        return new Rule.Comparison(variable, operator(name, 4), null, field.getValue().asText());
      }
      if (operator(name, 0) != null) {
        return new Rule.Comparison(variable, operator(name, 0), field.getValue(), null);
      }
    }
    throw new IllegalArgumentException("no operator in " + rule);
  }

  private static List<Rule> all(JsonNode rules) {
    List<Rule> all = new ArrayList<>();
    rules.forEach(rule -> all.add(read(rule)));
    return List.copyOf(all);
  }

  @SuppressWarnings("NullAway") // Null is this class's own "there is none".
  private static Operator operator(String name, int tail) {
    return Operator.named(name.substring(0, name.length() - tail)).orElse(null);
  }
}
