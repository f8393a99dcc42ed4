package dev.drawbridge.simulator.identity;

import com.fasterxml.jackson.databind.JsonNode;
import dev.drawbridge.simulator.operation.ServiceError;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/** What IAM refuses of a statement of a role's trust policy beyond what it refuses of any. */
final class TrustStatements {
  private static final Set<String> ACTIONS =
      Set.of(
          "sts:AssumeRole",
          "sts:AssumeRoleWithSAML",
          "sts:AssumeRoleWithWebIdentity",
          "sts:SetContext",
          "sts:SetSourceIdentity",
          "sts:TagSession");
  private static final Map<String, String> PRINCIPALS =
      Map.of(
          "AWS", "\\*|\\d{12}|A[A-Z0-9]{15,}|arn:[a-z-]+:(iam|sts)::\\d{12}:.+",
          "Service", "[a-z0-9.-]+\\.(amazonaws\\.com(\\.cn)?|amazon\\.com|aws\\.internal)",
          "Federated", ".+",
          "CanonicalUser", "[0-9a-f]+");

  private TrustStatements() {}

  /**
   * Holds a statement against the rules.
   *
   * @throws ServiceError MalformedPolicyDocument
   */
  static void check(JsonNode statement) {
    if (!statement.has("Principal") && !statement.has("NotPrincipal")) {
      throw PolicyDocuments.malformed("Missing required field Principal");
    }
    if (statement.has("Resource") || statement.has("NotResource")) {
      throw PolicyDocuments.malformed("Has prohibited field Resource");
    }
    if (!ACTIONS.containsAll(PolicyDocuments.texts(statement, "Action"))) {
      throw PolicyDocuments.malformed("AssumeRole policy may only specify STS AssumeRole actions.");
    }
    for (Map.Entry<String, JsonNode> kind : statement.path("Principal").properties()) {
      PolicyDocuments.texts(statement.path("Principal"), kind.getKey())
          .forEach(principal -> check(kind.getKey(), principal));
    }
  }

  private static void check(String kind, String principal) {
    String pattern = PRINCIPALS.get(kind);
    if (pattern == null) {
      throw PolicyDocuments.malformed("Syntax errors in policy.");
    }
    if (!principal.matches(pattern)) {
      throw PolicyDocuments.malformed(
          "Invalid principal in policy: \"%s\":\"%s\""
              .formatted(kind.toUpperCase(Locale.ROOT), principal));
    }
  }
}
