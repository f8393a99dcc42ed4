package dev.drawbridge.simulator.stepfunctions.definition;

import com.fasterxml.jackson.databind.JsonNode;
import dev.drawbridge.simulator.stepfunctions.choice.Operator;
import dev.drawbridge.simulator.stepfunctions.choice.Timestamps;
import dev.drawbridge.simulator.stepfunctions.path.JsonPaths;
import java.util.List;

/** Checks the rules of Choice states. */
final class ChoiceValidator {
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
      for (int i = 0; i < rule.path(combination).size(); i++) {
        rule(rule.get(combination).get(i), "%s/%s[%d]".formatted(at, combination, i));
      }
    }
    if (rule.has("Not")) {
      rule(rule.get("Not"), at + "/Not");
    }
    if (rule.has("And") || rule.has("Or") || rule.has("Not")) {
      return;
    }
    if (!rule.has("Variable")) {
      schema("These fields are required: [Variable]", at);
    } else if (!JsonPaths.valid(rule.get("Variable").asText())) {
      schema("Value is not a valid JSONPath", at + "/Variable");
    }
    long operators =
        rule.properties().stream()
            .filter(field -> operator(field.getKey(), field.getValue(), at))
            .count();
    if (operators != 1) {
      schema("A choice rule must have exactly one comparison operator", at);
    }
  }

  private boolean operator(String name, JsonNode value, String at) {
    if (name.startsWith("Timestamp")
        && !name.endsWith("Path")
        && Timestamps.read(value.asText()).isEmpty()) {
      schema("String does not match RFC3339 timestamp", at + "/" + name);
    }
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
