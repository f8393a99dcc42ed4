package dev.drawbridge.workflows.policy;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A policy as IAM takes it, in JSON. */
public final class PolicyDocument {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final Pattern PLACEHOLDER = Pattern.compile("\\$\\{([\\w:]+)}");

  private PolicyDocument() {}

  /**
   * The document of some statements.
   *
   * @param values of the placeholders, by name
   * @throws IllegalArgumentException naming a placeholder without a value
   */
  public static String of(List<Statement> statements, Map<String, String> values) {
    ObjectNode document = JSON.createObjectNode().put("Version", "2012-10-17");
    ArrayNode list = document.putArray("Statement");
    for (Statement statement : statements) {
      ObjectNode node = list.addObject().put("Effect", "Allow");
      put(node.putArray("Action"), statement.actions(), values);
      put(node.putArray("Resource"), statement.resources(), values);
      for (Condition condition : statement.conditions()) {
        ObjectNode keys =
            node.withObjectProperty("Condition").withObjectProperty(condition.operator());
        put(keys.putArray(fill(condition.key(), values)), condition.values(), values);
      }
    }
    return document.toString();
  }

  /**
   * A text with all placeholders filled.
   *
   * @throws IllegalArgumentException naming a placeholder without a value
   */
  public static String fill(String text, Map<String, String> values) {
    return PLACEHOLDER
        .matcher(text)
        .replaceAll(
            found -> {
              String value = values.get(found.group(1));
              if (value == null) {
                throw new IllegalArgumentException("no value for placeholder " + found.group());
              }
              return Matcher.quoteReplacement(value);
            });
  }

  private static void put(ArrayNode array, List<String> texts, Map<String, String> values) {
    texts.forEach(text -> array.add(fill(text, values)));
  }
}
