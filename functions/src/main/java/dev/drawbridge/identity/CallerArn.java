package dev.drawbridge.identity;

import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The ARN of a caller, taken apart ("IAM identifiers", IAM User Guide).
 *
 * @param partition {@code aws} ...
 * @param account twelve digits
 * @param type {@code role}, {@code user}, {@code root} or {@code federated-user}
 * @param name without path, in lower case: names are unique in an account whatever their case and
 *     path; empty for the root
 * @param session the session of a role, or empty
 */
record CallerArn(String partition, String account, String type, String name, String session) {
  private static final Pattern ARN =
      Pattern.compile(
          "arn:(?<partition>aws[a-z-]*):(?<service>iam|sts)::(?<account>\\d{12}):(?<resource>.+)");

  /**
   * Roles that IAM Identity Center makes of a permission set. Roles of anybody else cannot stand
   * under its path; whether their names can look like this is UNCONFIRMED, so the whole form with
   * its hash is asked for.
   */
  private static final Pattern IDENTITY_CENTER =
      Pattern.compile("awsreservedsso_[\\w+=,.@-]{1,32}_[0-9a-f]{16}");

  static Optional<CallerArn> parse(String arn) {
    Matcher parts = ARN.matcher(arn.strip());
    if (!parts.matches()) {
      return Optional.empty();
    }
    String[] resource = parts.group("resource").split("/", -1);
    boolean sts = parts.group("service").equals("sts");
    String last = resource[resource.length - 1];
    return switch (resource[0]) {
      case "assumed-role" ->
          sts && resource.length == 3
              ? Optional.of(of(parts, "role", resource[1], last))
              : Optional.empty();
      case "role", "user" ->
          !sts && resource.length > 1
              ? Optional.of(of(parts, resource[0], last, ""))
              : Optional.empty();
      case "federated-user" ->
          sts && resource.length == 2
              ? Optional.of(of(parts, "federated-user", last, ""))
              : Optional.empty();
      case "root" ->
          !sts && resource.length == 1 ? Optional.of(of(parts, "root", "", "")) : Optional.empty();
      default -> Optional.empty();
    };
  }

  private static CallerArn of(Matcher parts, String type, String name, String session) {
    return new CallerArn(
        parts.group("partition"),
        parts.group("account"),
        type,
        name.toLowerCase(Locale.ROOT),
        session);
  }

  /** One text for one principal. */
  String canonical() {
    return "arn:%s:iam::%s:%s%s"
        .formatted(partition, account, type, name.isEmpty() ? "" : "/" + name);
  }

  /**
   * The same as a list names it, whatever the partition: nobody of another one can sign a call
   * here, and {@code role/NAME} says none.
   */
  String membership() {
    return in("aws").canonical();
  }

  /** The same of another partition. */
  CallerArn in(String other) {
    return new CallerArn(other, account, type, name, session);
  }

  boolean root() {
    return type.equals("root");
  }

  /** Whoever calls GetFederationToken names the federated user. */
  boolean nameIsOfCallersChoice() {
    return type.equals("federated-user");
  }

  /** Whether it is the role of a permission set. */
  boolean ofIdentityCenter() {
    return IDENTITY_CENTER.matcher(name).matches();
  }

  /** The person behind a session of a role of IAM Identity Center. */
  Optional<String> identityCenterUser() {
    return ofIdentityCenter() && !session.isBlank() ? Optional.of(session) : Optional.empty();
  }
}
