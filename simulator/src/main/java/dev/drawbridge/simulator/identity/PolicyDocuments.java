package dev.drawbridge.simulator.identity;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.drawbridge.simulator.operation.ServiceError;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * What IAM refuses of a policy document ("Grammar of the IAM JSON policy language", IAM User
 * Guide). The wording is that of moto's assertions, which were taken from AWS, and of public
 * reports; that of trust policies with other faults is UNCONFIRMED.
 */
final class PolicyDocuments {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final String SYNTAX = "Syntax errors in policy.";
  private static final Set<String> TOP = Set.of("Version", "Id", "Statement");
  private static final Set<String> FIELDS =
      Set.of(
          "Sid",
          "Effect",
          "Principal",
          "NotPrincipal",
          "Action",
          "NotAction",
          "Resource",
          "NotResource",
          "Condition");
  private static final String OPERATOR =
      "((ForAllValues|ForAnyValue):)?((String|Arn)(Not)?(Equals|Like)(IgnoreCase)?"
          + "|(Numeric|Date)((Not)?Equals|(Less|Greater)Than(Equals)?)|Bool|BinaryEquals"
          + "|(Not)?IpAddress|Null)(IfExists)?";

  private PolicyDocuments() {}

  /**
   * A trust policy as it was given: it says whom the role trusts, and speaks of no other resource.
   *
   * @throws ServiceError MalformedPolicyDocument
   */
  static String checkedTrust(String document) {
    for (JsonNode statement : statements(document)) {
      TrustStatements.check(statement);
    }
    return document;
  }

  /**
   * A policy of a role as it was given: it says of what, and not for whom.
   *
   * @throws ServiceError MalformedPolicyDocument
   */
  static String checkedIdentity(String document) {
    Set<String> ids = new HashSet<>();
    for (JsonNode statement : statements(document)) {
      if (statement.has("Principal") || statement.has("NotPrincipal")) {
        throw malformed("Policy document should not specify a principal.");
      }
      if (!statement.has("Resource") && !statement.has("NotResource")) {
        throw malformed("Policy statement must contain resources.");
      }
      texts(statement, "Resource").forEach(PolicyDocuments::resource);
      texts(statement, "NotResource").forEach(PolicyDocuments::resource);
      if (statement.has("Sid") && !ids.add(statement.get("Sid").asText())) {
        throw malformed("Statement IDs (SID) in a single policy must be unique.");
      }
    }
    return document;
  }

  private static List<JsonNode> statements(String document) {
    JsonNode policy = read(document);
    boolean version =
        !policy.has("Version")
            || List.of("2012-10-17", "2008-10-17").contains(policy.path("Version").asText());
    JsonNode given = policy.path("Statement");
    boolean known = policy.properties().stream().allMatch(each -> TOP.contains(each.getKey()));
    if (!version || !known || given.isEmpty()) {
      throw malformed(SYNTAX);
    }
    List<JsonNode> statements = new ArrayList<>();
    (given.isArray() ? given : List.of(given)).forEach(statements::add);
    statements.forEach(PolicyDocuments::statement);
    return statements;
  }

  private static JsonNode read(String document) {
    try {
      return JSON.readTree(document);
    } catch (JsonProcessingException e) {
      throw malformed("This policy contains invalid Json");
    }
  }

  private static void statement(JsonNode statement) {
    boolean known =
        statement.properties().stream().allMatch(each -> FIELDS.contains(each.getKey()));
    boolean both =
        (statement.has("Action") && statement.has("NotAction"))
            || (statement.has("Resource") && statement.has("NotResource"));
    boolean effect = List.of("Allow", "Deny").contains(statement.path("Effect").asText());
    boolean operators =
        statement.path("Condition").properties().stream()
            .allMatch(each -> each.getKey().matches(OPERATOR));
    if (!known || both || !effect || !operators) {
      throw malformed(SYNTAX);
    }
    if (!statement.path("Sid").asText("").matches("[0-9A-Za-z]*")) {
      throw malformed(
          "Statement IDs (SID) must be alpha-numeric. Check that your input satisfies the regular"
              + " expression [0-9A-Za-z]*");
    }
    if (!statement.has("Action") && !statement.has("NotAction")) {
      throw malformed("Policy statement must contain actions.");
    }
    texts(statement, "Action").forEach(PolicyDocuments::action);
    texts(statement, "NotAction").forEach(PolicyDocuments::action);
  }

  private static void action(String action) {
    if (action.equals("*")) {
      return;
    }
    String[] parts = action.split(":", -1);
    if (parts.length == 1) {
      throw malformed("Actions/Conditions must be prefaced by a vendor, e.g., iam, sdb, ec2, etc.");
    }
    if (parts.length > 2) {
      throw malformed("Actions/Condition can contain only one colon.");
    }
    if (!parts[0].matches("[a-zA-Z0-9.-]+")) {
      throw malformed("Vendor %s is not valid".formatted(parts[0]));
    }
  }

  private static void resource(String resource) {
    if (!resource.equals("*") && !resource.matches("arn:[^:]*:[^:]*:[^:]*:[^:]*:.+|.*\\$\\{.*")) {
      throw malformed("Resource %s must be in ARN format or \"*\".".formatted(resource));
    }
  }

  static List<String> texts(JsonNode statement, String field) {
    JsonNode node = statement.path(field);
    List<String> texts = new ArrayList<>();
    if (node.isTextual()) {
      texts.add(node.asText());
    } else {
      node.forEach(each -> texts.add(each.asText()));
    }
    return texts;
  }

  static ServiceError malformed(String message) {
    return ServiceError.client("MalformedPolicyDocument", message);
  }
}
