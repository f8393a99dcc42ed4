package dev.drawbridge.simulator.iam;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

/** Reads policy documents of roles ("IAM JSON policy elements reference", IAM User Guide). */
final class PolicyReader {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final Set<String> FIELDS =
      Set.of("Sid", "Effect", "Action", "Resource", "Condition");

  Policy read(String document) {
    try {
      JsonNode statements = JSON.readTree(document).path("Statement");
      return new Policy(each(statements).map(PolicyReader::statement).toList());
    } catch (JsonProcessingException e) {
      throw new IllegalArgumentException("a policy document is JSON, not: " + document, e);
    }
  }

  private static Statement statement(JsonNode node) {
    node.fieldNames()
        .forEachRemaining(
            field -> {
              if (!FIELDS.contains(field)) {
                throw new IllegalArgumentException("statement field is not modelled: " + field);
              }
            });
    return new Statement(
        node.path("Effect").asText().equals("Allow"),
        texts(node.path("Action")),
        texts(node.path("Resource")),
        conditions(node.path("Condition")));
  }

  private static List<Condition> conditions(JsonNode node) {
    List<Condition> all = new ArrayList<>();
    for (Map.Entry<String, JsonNode> operator : node.properties()) {
      for (Map.Entry<String, JsonNode> key : operator.getValue().properties()) {
        all.add(new Condition(operator.getKey(), key.getKey(), texts(key.getValue())));
      }
    }
    return all;
  }

  private static List<String> texts(JsonNode node) {
    return each(node).map(JsonNode::asText).toList();
  }

  /** IAM writes a single value without an array. */
  private static Stream<JsonNode> each(JsonNode node) {
    if (node.isMissingNode()) {
      return Stream.empty();
    }
    return node.isArray() ? StreamSupport.stream(node.spliterator(), false) : Stream.of(node);
  }
}
