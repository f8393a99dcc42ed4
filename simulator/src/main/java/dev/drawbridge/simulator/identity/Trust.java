package dev.drawbridge.simulator.identity;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.drawbridge.simulator.iam.ResourcePolicy;
import java.util.List;

/**
 * What STS asks of a role.
 *
 * @param id {@code AROA} and further letters
 * @param maxSeconds the longest session
 * @param document the policy that says who may take it on
 */
public record Trust(String id, int maxSeconds, String document) {
  private static final ObjectMapper JSON = new ObjectMapper();

  /**
   * The policy. Its statements name no resource, since that is the role itself.
   *
   * @throws IllegalArgumentException if it uses what is not modelled
   */
  public ResourcePolicy policy() {
    try {
      ObjectNode policy = (ObjectNode) JSON.readTree(document);
      JsonNode statements = policy.path("Statement");
      Iterable<JsonNode> each = statements.isArray() ? statements : List.of(statements);
      each.forEach(statement -> ((ObjectNode) statement).put("Resource", "*"));
      return ResourcePolicy.parse(policy.toString());
    } catch (JsonProcessingException e) {
      throw new IllegalArgumentException("a policy document is JSON, not: " + document, e);
    }
  }
}
