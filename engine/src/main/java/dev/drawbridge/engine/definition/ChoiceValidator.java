package dev.drawbridge.engine.definition;

import com.fasterxml.jackson.databind.JsonNode;
import dev.drawbridge.engine.choice.Operator;
import dev.drawbridge.engine.choice.Timestamps;
import dev.drawbridge.engine.path.JsonPaths;
import java.util.List;

/** Checks the rules of Choice states. */
final class ChoiceValidator {
  private static final List<String> KINDS = List.of("And", "Or", "Not", "Variable", "Condition");

  private final List<Diagnostic> found;

  ChoiceValidator(List<Diagnostic> found) {
    this.found = found;
  }

  void choices(JsonNode choices, String at) {
    if (choices.isArray() && choices.isEmpty()) {
      schema("Value cannot be empty", at);
    }
    for (int i = 0; i < choices.size(); i++) {
      String location = "%s[%d]".formatted(at, i);
      if (!choices.get(i).has("Next")) {
        schema("These fields are required: [Next]", location);
      }
      rule(choices.get(i), location);
    }
  }

  private void rule(JsonNode rule, String at) {
    for (String combination : List.of("And", "Or")) {
      if (rule.path(combination).isArray() && rule.get(combination).isEmpty()) {
        schema("Value cannot be empty", at + "/" + combination);
      }
      for (int i = 0; i < rule.path(combination).size(); i++) {
        nested(rule.get(combination).get(i), "%s/%s[%d]".formatted(at, combination, i));
      }
    }
    if (rule.has("Not")) {
      nested(rule.get("Not"), at + "/Not");
    }
    if (KINDS.stream().filter(rule::has).count() != 1) {
      schema("The object must have only one of the following fields, " + KINDS, at);
      return;
    }
    if (rule.has("Condition")) {
      schema(FieldRules.onlyJsonata("Condition"), at);
    }
    if (!rule.has("Variable")) {
      return;
    }
    if (!JsonPaths.valid(rule.get("Variable").asText())) {
      schema(
          "Value is not a Reference Path: Reference path didn't start with '$'", at + "/Variable");
    }
    long operators =
        rule.properties().stream()
            .filter(field -> operator(field.getKey(), field.getValue(), at))
            .count();
    if (operators != 1) {
      schema("A choice rule must have exactly one comparison operator", at);
    }
  }

  private void nested(JsonNode rule, String at) {
    if (rule.has("Next")) {
      schema("Field 'Next' is not supported", at);
    }
    rule(rule, at);
  }

  /** Wording UNCONFIRMED beyond what {@link FieldRules} has of numbers. */
  private void type(String name, JsonNode value, String at) {
    boolean path = name.endsWith("Path");
    String type;
    if (path || name.startsWith("String") || name.startsWith("Timestamp")) {
      type = value.isTextual() ? "" : "[STRING]";
    } else if (name.startsWith("Numeric")) {
      type = value.isNumber() ? "" : "[NUMBER]";
    } else {
      type = value.isBoolean() ? "" : "[BOOLEAN]";
    }
    if (!type.isEmpty()) {
      schema("Expected value of type " + type, at + "/" + name);
    }
  }

  private boolean operator(String name, JsonNode value, String at) {
    boolean known = known(name);
    if (known) {
      type(name, value, at);
    }
    if (name.startsWith("Timestamp")
        && !name.endsWith("Path")
        && Timestamps.read(value.asText()).isEmpty()) {
      schema("String does not match RFC3339 timestamp", at + "/" + name);
    }
    return known;
  }

  private static boolean known(String name) {
    return name.equals("IsPresent")
        || Operator.named(name).isPresent()
        || (name.endsWith("Path")
            && Operator.named(name.substring(0, name.length() - 4))
                .filter(Operator::hasPathForm)
                .isPresent());
  }

  private void schema(String message, String location) {
    found.add(new Diagnostic(Diagnostic.SCHEMA, message, location));
  }
}
