package dev.drawbridge.simulator.iam;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;

/**
 * The policy of a resource, such as a topic: statements with principals ("Resource-based policies",
 * IAM User Guide).
 */
public record ResourcePolicy(List<Grant> grants) {
  private static final ObjectMapper JSON = new ObjectMapper();

  /**
   * A statement with the principals that it names.
   *
   * @param principals as the document has them: {@code *}, accounts, ARNs, names of services
   */
  public record Grant(List<String> principals, Policy policy) {
    /** Keeps a copy. */
    public Grant {
      principals = List.copyOf(principals);
    }
  }

  /** Keeps a copy. */
  public ResourcePolicy {
    grants = List.copyOf(grants);
  }

  /**
   * Reads a policy document.
   *
   * @throws IllegalArgumentException if it is not one, or uses what is not modelled
   */
  public static ResourcePolicy parse(String document) {
    try {
      JsonNode statements = JSON.readTree(document).path("Statement");
      List<Grant> grants = new ArrayList<>();
      for (JsonNode statement : statements.isArray() ? statements : List.of(statements)) {
        grants.add(grant(statement));
      }
      return new ResourcePolicy(grants);
    } catch (JsonProcessingException e) {
      throw new IllegalArgumentException("a policy document is JSON, not: " + document, e);
    }
  }

  private static Grant grant(JsonNode statement) {
    if (!statement.isObject() || !statement.has("Principal")) {
      throw new IllegalArgumentException("a statement of a resource's policy has a Principal");
    }
    ObjectNode rest = statement.deepCopy();
    List<String> principals = new ArrayList<>();
    collect(rest.remove("Principal"), principals);
    String one = JSON.createObjectNode().set("Statement", rest).toString();
    return new Grant(principals, Policy.parse(one));
  }

  private static void collect(JsonNode node, List<String> principals) {
    if (node.isTextual()) {
      principals.add(node.asText());
    } else {
      node.forEach(each -> collect(each, principals));
    }
  }

  /**
   * Whether it lets a service do something in the name of a resource.
   *
   * @param service its principal, for example {@code sns.amazonaws.com}
   * @param sourceArn the resource, such as a rule or topic; its account counts too
   */
  public boolean admits(String service, String sourceArn, Authorization asked) {
    Authorization sourced =
        asked
            .with("aws:SourceArn", sourceArn)
            .with("aws:SourceAccount", sourceArn.split(":", 6)[4]);
    return judge(List.of(service), sourced) == Decision.ALLOWED;
  }

  /**
   * What it says of a question of one principal.
   *
   * @param names by which a statement may mean it, such as its account, that account's root and its
   *     role; a service has its own name
   */
  public Decision judge(List<String> names, Authorization asked) {
    Decision decision = Decision.DENIED;
    for (Grant grant : grants) {
      if (grant.principals().contains("*")
          || grant.principals().stream().anyMatch(names::contains)) {
        Decision here = grant.policy().judge(asked);
        if (here == Decision.EXPLICITLY_DENIED) {
          return here;
        }
        decision = here == Decision.ALLOWED ? here : decision;
      }
    }
    return decision;
  }
}
