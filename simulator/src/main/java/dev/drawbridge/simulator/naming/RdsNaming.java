package dev.drawbridge.simulator.naming;

import dev.drawbridge.simulator.call.Caller;
import dev.drawbridge.simulator.operation.ServiceError;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/** RDS: identifiers, ARNs of resources with tags, and tags; all are InvalidParameterValue. */
record RdsNaming() implements NamingRules {
  /** "Tagging Amazon RDS resources". UNCONFIRMED: the error's code and words. */
  private static final Pattern ALLOWED = Pattern.compile("[\\p{L}\\p{Z}\\p{N}_.:/=+@-]*");

  private static final String IDENTIFIER = "[A-Za-z]([A-Za-z0-9]|-(?!-))*(?<!-)";

  @Override
  public void text(String operation, String member, String value, Caller caller) {
    switch (member) {
      case "DBInstanceIdentifier", "DBClusterIdentifier", "TargetDBInstanceIdentifier" ->
          identifier(operation, member, value);
      case "ResourceName" -> resource(value, caller);
      case "TagKeys" -> reserved(value);
      default -> {}
    }
  }

  @Override
  public void tags(String operation, List<RequestMembers.Tag> tags) {
    Optional<String> repeated = TagKeys.repeated(tags);
    if (repeated.isPresent()) {
      throw invalid("Duplicate tag key found: " + repeated.get());
    }
    tags.forEach(tag -> lengths(String.valueOf(tag.key()), tag.value() == null ? "" : tag.value()));
    if (tags.size() > TagKeys.MOST) {
      throw invalid("The number of tags must not exceed " + TagKeys.MOST);
    }
  }

  private static void lengths(String key, String value) {
    reserved(key);
    if (key.isEmpty() || key.length() > 128 || value.length() > 256) {
      throw invalid("Tag keys have 1 to 128 characters and values at most 256: " + key);
    }
    if (!ALLOWED.matcher(key).matches() || !ALLOWED.matcher(value).matches()) {
      throw invalid(
          "Tags may contain only letters, digits, spaces and _ . : / = + - @: %s=%s"
              .formatted(key, value));
    }
  }

  private static void reserved(String key) {
    if (TagKeys.reserved(key)) {
      throw invalid("Tag keys must not begin with aws: " + key);
    }
  }

  private static void identifier(String operation, String member, String value) {
    boolean arn = value.startsWith("arn:") && operation.startsWith("Describe");
    if (arn || (value.length() <= 63 && value.matches(IDENTIFIER))) {
      return;
    }
    throw invalid(
        "The parameter %s is not a valid identifier. ".formatted(member)
            + "Identifiers must begin with a letter; must contain only ASCII letters, digits, and"
            + " hyphens; and must not end with a hyphen or contain two consecutive hyphens.");
  }

  private static void resource(String arn, Caller caller) {
    String prefix = caller.arn("rds", "");
    if (!arn.startsWith(prefix) || !arn.substring(prefix.length()).contains(":")) {
      throw invalid("The specified resource name does not match an RDS resource in this region.");
    }
  }

  private static ServiceError invalid(String message) {
    return ServiceError.client("InvalidParameterValue", message);
  }
}
