package dev.drawbridge.infra;

import dev.drawbridge.plan.InstallationName;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import software.constructs.Node;

/** A name of the application's context, what its value must look like, and words for who errs. */
enum Setting {
  APPROVERS(
      "approvers",
      Setting.MEMBERS,
      "who may say yes, for example role/dba-approvers, at most 1,500 characters"),
  CALLER_ACCOUNTS(
      "callerAccounts",
      "\\d{12}(,\\d{12}){0,99}",
      "account ids of twelve digits, separated by commas"),
  DELETION_PROTECTION("deletionProtection", "on|off", "on or off"),
  EXPOSURE_DEFAULTS(
      "exposureDefaults", "(?s)\\{.{0,2046}\\}", "a JSON object of at most 2,048 characters"),
  ISSUER(
      "issuer",
      "https://[^\\s?#]{1,500}",
      "an address without query, for example https://issuer.example.com"),
  ISSUER_CLIENT_ID("issuerClientId", "[\\x21-\\x7e]{1,200}", "a client id of the issuer"),
  MAILS(
      "mails",
      "[^\\s,@]+@[^\\s,@]+(,[^\\s,@]+@[^\\s,@]+){0,19}",
      "addresses, separated by commas, at most twenty"),
  OPERATORS(
      "operators",
      Setting.MEMBERS,
      "who owns databases, for example role/dba, at most 1,500 characters"),
  ORGANIZATION_ID(
      "organizationId",
      "o-[a-z0-9]{10,32}",
      "the id of an AWS organisation, for example o-a1b2c3d4e5"),
  PERMISSIONS_BOUNDARY(
      "permissionsBoundary",
      "(arn:aws[a-z-]*:iam::(\\d{12}|aws):policy/)?[\\w+=,.@/-]{1,512}",
      "the name or the ARN of a managed policy"),
  PREFIX(
      "prefix",
      InstallationName.FORM,
      "2 to 14 small letters, digits and single hyphens, not beginning with aws, ssm or internal"),
  QUORUM("quorum", "[1-5]", "a number from 1 to 5"),
  QUOTAS(
      "quotas",
      "(?s).{0,300}",
      "names and numbers, for example rulesPerSecurityGroup=60, at most 300 characters"),
  ROLE_PATH("rolePath", "/([\\x21-\\x7e&&[^/]]+/){1,20}", "a path of IAM, for example /platform/"),
  RUN_BOOKS(
      "runBooks",
      "https://[^\\s#]{1,300}",
      "the address of a page, for example a copy of runbooks.md"),
  SLACK(
      "slack",
      "[TE][A-Z0-9]{7,20}/[CG][A-Z0-9]{7,20}",
      "ids of a workspace and a channel of Slack, for example T0AAAAAAA/C0AAAAAAA"),
  TAGS(
      "tags",
      "(?!(?i)aws:)[^=,]{1,128}=[^=,]{0,256}(,(?!(?i)aws:)[^=,]{1,128}=[^=,]{0,256}){0,29}",
      "names and values, for example owner=dba,cost-center=4711, at most thirty"),
  TOKEN_KEY("tokenKey", Setting.KEY, Setting.KEY_HELP),
  TOPIC_KEY("topicKey", Setting.KEY, Setting.KEY_HELP),
  USER_POOL("userPool", "on|off", "on or off");

  private static final String MEMBERS = "(?s).{1,1500}"; // all variables of a function share 4 KB
  private static final String KEY =
      "arn:aws[a-z-]*:kms:[a-z0-9-]+:\\d{12}:key/(mrk-[0-9a-f]{32}|[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12})";
  private static final String KEY_HELP = "the ARN of a symmetric key of this account and region";

  private final String name;
  private final String form;
  private final String help;

  Setting(String name, String form, String help) {
    this.name = name;
    this.form = form;
    this.help = help;
  }

  /** The names that are known, in alphabetical order. */
  static List<String> names() {
    return Arrays.stream(values()).map(setting -> setting.name).sorted().toList();
  }

  /**
   * Passes if every name of the context is a setting; CDK's own have a colon, a hyphen or an at.
   *
   * @throws IllegalArgumentException naming the first that is none
   */
  static void requireKnown(Node app) {
    for (Map.Entry<?, ?> given : ((Map<?, ?>) app.getAllContext()).entrySet()) {
      String name = String.valueOf(given.getKey());
      if (name.matches("\\w+") && !names().contains(name)) {
        throw new IllegalArgumentException(
            "context %s is no setting; there are %s".formatted(name, String.join(", ", names())));
      }
    }
  }

  /**
   * Its value.
   *
   * @throws IllegalArgumentException if it is missing or wrong
   */
  String required(Node app) {
    return optional(app).orElseThrow(() -> fault("is missing"));
  }

  /**
   * Its value, if somebody gave one.
   *
   * @throws IllegalArgumentException if it is wrong
   */
  Optional<String> optional(Node app) {
    Object given = app.tryGetContext(name);
    if (given == null || given.toString().isEmpty()) {
      return Optional.empty();
    }
    if (given instanceof List || given instanceof Map) {
      throw fault("is a list or an object; write it as a text");
    }
    if (!Pattern.matches(form, given.toString())) {
      throw fault("is \"%s\", which is refused".formatted(given));
    }
    return Optional.of(given.toString());
  }

  /** Its parts, which commas separate; none if nobody gave it. */
  List<String> list(Node app) {
    return optional(app).map(text -> Arrays.asList(text.split(",", -1))).orElse(List.of());
  }

  /** Says what is wrong with it, and how to give it. */
  IllegalArgumentException fault(String what) {
    return new IllegalArgumentException(
        "context %s %s; give it with -c %s=... or in cdk.json: %s"
            .formatted(name, what, name, help));
  }
}
