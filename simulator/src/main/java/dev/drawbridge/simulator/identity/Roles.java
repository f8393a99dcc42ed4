package dev.drawbridge.simulator.identity;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.drawbridge.engine.time.Scheduler;
import dev.drawbridge.simulator.call.Caller;
import dev.drawbridge.simulator.operation.ResourceTags;
import dev.drawbridge.simulator.operation.ServiceError;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** The roles of every account; IAM knows no regions. */
final class Roles {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final int ID_LETTERS = 17;

  private final Map<String, Role> byArn = new TreeMap<>();
  private final ResourceTags tags = new ResourceTags();
  private final Scheduler scheduler;

  Roles(Scheduler scheduler) {
    this.scheduler = scheduler;
  }

  Scheduler scheduler() {
    return scheduler;
  }

  ResourceTags tags() {
    return tags;
  }

  /** Adds a role, or replaces it. */
  void put(Role role) {
    byArn.put(role.arn(), role);
  }

  void remove(Role role) {
    byArn.remove(role.arn());
    tags.forget(role.arn());
  }

  Optional<Role> byArn(String arn) {
    return Optional.ofNullable(byArn.get(arn));
  }

  boolean has(Caller caller, String name) {
    return of(caller).stream().anyMatch(role -> role.name().equalsIgnoreCase(name));
  }

  /**
   * The role of a name.
   *
   * @throws ServiceError NoSuchEntity (404)
   */
  Role get(Caller caller, String name) {
    return of(caller).stream()
        .filter(role -> role.name().equalsIgnoreCase(name))
        .findFirst()
        .orElseThrow(() -> missing("The role with name %s cannot be found.".formatted(name)));
  }

  List<Role> of(Caller caller) {
    String prefix = "arn:%s:iam::%s:role/".formatted(caller.partition(), caller.account());
    return byArn.values().stream().filter(role -> role.arn().startsWith(prefix)).toList();
  }

  String newId() {
    StringBuilder id = new StringBuilder("AROA");
    scheduler.random().ints(ID_LETTERS, 0, 26).forEach(letter -> id.append((char) ('A' + letter)));
    return id.toString();
  }

  static ServiceError missing(String message) {
    return ServiceError.of(404, "NoSuchEntity", message);
  }

  /**
   * A trust policy as it was given: it says whom the role trusts, and speaks of no other resource.
   *
   * @throws ServiceError MalformedPolicyDocument
   */
  static String checkedTrust(String document) {
    for (JsonNode statement : statements(checked(document))) {
      if (!statement.has("Principal") && !statement.has("NotPrincipal")) {
        throw malformed("Missing required field Principal");
      }
      if (statement.has("Resource") || statement.has("NotResource")) {
        throw malformed("Has prohibited field Resource");
      }
    }
    return document;
  }

  /**
   * A policy of a role as it was given: it says of what, and not for whom.
   *
   * @throws ServiceError MalformedPolicyDocument
   */
  static String checkedIdentity(String document) {
    for (JsonNode statement : statements(checked(document))) {
      if (statement.has("Principal") || statement.has("NotPrincipal")) {
        throw malformed("Policy document should not specify a principal.");
      }
      if (!statement.has("Resource") && !statement.has("NotResource")) {
        throw malformed("Policy statement must contain resources.");
      }
    }
    return document;
  }

  private static Iterable<JsonNode> statements(String document) {
    try {
      JsonNode statements = JSON.readTree(document).path("Statement");
      return statements.isArray() ? statements : List.of(statements);
    } catch (JsonProcessingException e) {
      throw malformed("This policy contains invalid Json");
    }
  }

  /**
   * A policy document as it was given.
   *
   * @throws ServiceError MalformedPolicyDocument
   */
  static String checked(String document) {
    try {
      JsonNode policy = JSON.readTree(document);
      boolean version =
          !policy.has("Version")
              || List.of("2012-10-17", "2008-10-17").contains(policy.path("Version").asText());
      if (version && policy.path("Statement").isContainerNode()) {
        checkStatements(policy.path("Statement"));
        return document;
      }
    } catch (JsonProcessingException e) {
      throw malformed("This policy contains invalid Json");
    }
    throw malformed("Syntax errors in policy.");
  }

  private static void checkStatements(JsonNode statements) {
    for (JsonNode each : statements.isArray() ? statements : List.of(statements)) {
      if (!List.of("Allow", "Deny").contains(each.path("Effect").asText())) {
        throw malformed("Syntax errors in policy.");
      }
      if (!each.has("Action") && !each.has("NotAction")) {
        throw malformed("Policy statement must contain actions.");
      }
    }
  }

  private static ServiceError malformed(String message) {
    return ServiceError.client("MalformedPolicyDocument", message);
  }

  /** IAM's answers have documents URL-encoded. */
  static String encoded(String document) {
    return URLEncoder.encode(document, StandardCharsets.UTF_8).replace("+", "%20");
  }
}
