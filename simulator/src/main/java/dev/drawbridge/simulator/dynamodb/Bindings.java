package dev.drawbridge.simulator.dynamodb;

import dev.drawbridge.simulator.operation.ServiceError;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/**
 * The names and values that the expressions of one request refer to, each of which must be used.
 */
final class Bindings {
  private final Map<String, String> names;
  private final Map<String, AttributeValue> values;
  private final Set<String> used = new HashSet<>();

  Bindings(Map<String, String> names, Map<String, AttributeValue> values) {
    values.forEach(Bindings::check);
    this.names = names;
    this.values = values;
  }

  private static void check(String name, AttributeValue value) {
    try {
      AttributeValues.check(value);
    } catch (ServiceError refused) {
      throw ServiceError.client(
          refused.code(),
          "ExpressionAttributeValues contains invalid value: %s for key %s"
              .formatted(refused.getMessage(), name));
    }
  }

  AttributeValue value(Tokens tokens, String word) {
    AttributeValue value = values.get(word);
    if (value == null) {
      throw tokens.error(
          "An expression attribute value used in expression is not defined; attribute value: "
              + word);
    }
    used.add(word);
    return value;
  }

  /** Reads an attribute's path: names or {@code #names}, with dots between them. */
  Path path(Tokens tokens) {
    List<String> steps = new ArrayList<>();
    do {
      steps.add(step(tokens, tokens.take()));
    } while (tokens.taken("."));
    if (tokens.peek().equals("[")) {
      throw tokens.error("This world does not model list indexes in document paths");
    }
    return new Path(steps);
  }

  /** Refuses names and values that no expression has used, as DynamoDB does. */
  void checkUsed() {
    unused(values.keySet(), "Value provided in ExpressionAttributeValues");
    unused(names.keySet(), "Value provided in ExpressionAttributeNames");
  }

  private void unused(Set<String> given, String what) {
    List<String> left = given.stream().filter(g -> !used.contains(g)).sorted().toList();
    if (!left.isEmpty()) {
      throw ServiceError.client(
          "ValidationException",
          "%s unused in expressions: keys: {%s}".formatted(what, String.join(", ", left)));
    }
  }

  private String step(Tokens tokens, String word) {
    if (word.startsWith("#")) {
      String name = names.get(word);
      if (name == null) {
        throw tokens.error(
            "An expression attribute name used in the document path is not defined; attribute"
                + " name: "
                + word);
      }
      used.add(word);
      return name;
    }
    if (!word.matches("[A-Za-z_][A-Za-z0-9_]*")) {
      throw tokens.error("Syntax error; token: \"%s\"".formatted(word));
    }
    if (ReservedWords.contains(word)) {
      throw tokens.error("Attribute name is a reserved keyword; reserved keyword: " + word);
    }
    return word;
  }
}
