package dev.drawbridge.simulator.identity;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.drawbridge.simulator.iam.Authorization;
import dev.drawbridge.simulator.iam.Decision;
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

  /** A policy that lets a service take the role on. */
  static String of(String service) {
    return """
    {"Version":"2012-10-17","Statement":[{"Effect":"Allow","Principal":{"Service":"%s"},\
    "Action":"sts:AssumeRole"}]}"""
        .formatted(service);
  }

  /** Whether a service may take it on; a policy that this simulator cannot judge lets it. */
  boolean admits(String service) {
    try {
      return policy().judge(List.of(service), Authorization.of("sts:AssumeRole"))
          == Decision.ALLOWED;
    } catch (IllegalArgumentException e) {
      return true;
    }
  }

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
