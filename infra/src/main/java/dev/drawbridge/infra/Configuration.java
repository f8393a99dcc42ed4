package dev.drawbridge.infra;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.drawbridge.identity.Members;
import dev.drawbridge.plan.Quotas;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Supplier;
import java.util.regex.Pattern;
import software.constructs.Node;

/**
 * What an installation is told, as context of the CDK application ({@code cdk deploy -c NAME=VALUE}
 * or {@code cdk.json}). Not parameters of the stack: a published version of a function and a
 * deployment of an API are immutable, and CloudFormation makes new ones only if the template has
 * changed, so that a parameter would change the next version and leave the one that answers as it
 * was (<a href="https://github.com/aws/aws-cdk/issues/25997">aws-cdk 25997</a>).
 *
 * @param approvers who may say yes
 * @param operators who owns databases and sees everything
 * @param quorum how many people besides those who ask have to say yes
 * @param quotas what AWS has granted the account
 * @param exposureDefaults settings of databases whose owner has decided none, as JSON
 * @param organizationId whose accounts may call the API
 * @param callerAccounts accounts that may call it too
 * @param issuer that people sign in to the pages with, exactly as its tokens write it; empty: there
 *     are no pages
 * @param issuerClientId what the issuer knows the pages by
 */
record Configuration(
    String approvers,
    String operators,
    String quorum,
    String quotas,
    String exposureDefaults,
    Optional<String> organizationId,
    List<String> callerAccounts,
    String issuer,
    String issuerClientId) {
  private static final String SOME_ACCOUNT = "111111111111";
  private static final String MEMBERS = "(?s).{1,1500}"; // all variables of a function share 4 KB
  private static final Map<String, String> HELP = help();

  private static Map<String, String> help() {
    Map<String, String> help = new TreeMap<>();
    help.put(
        "approvers", "who may say yes, for example role/dba-approvers, at most 1,500 characters");
    help.put("operators", "who owns databases, for example role/dba, at most 1,500 characters");
    help.put("quorum", "a number from 1 to 5");
    help.put(
        "quotas",
        "names and numbers, for example rulesPerSecurityGroup=60, at most 300 characters");
    help.put("exposureDefaults", "a JSON object of at most 2,048 characters");
    help.put("organizationId", "the id of an AWS organisation, for example o-a1b2c3d4e5");
    help.put("callerAccounts", "account ids of twelve digits, separated by commas");
    help.put("issuer", "an address without query, for example https://issuer.example.com");
    help.put("issuerClientId", "a client id of the issuer");
    return help;
  }

  /** Keeps a copy. */
  Configuration {
    callerAccounts = List.copyOf(callerAccounts);
    // By the readers that the workers use: what they refuse must not be deployed.
    readable("approvers", approvers, () -> Members.parse(approvers, SOME_ACCOUNT));
    readable("operators", operators, () -> Members.parse(operators, SOME_ACCOUNT));
    readable("quotas", quotas, () -> Quotas.of(quotas));
    readable("exposureDefaults", exposureDefaults, () -> json(exposureDefaults));
  }

  private static void readable(String name, String value, Supplier<?> reader) {
    try {
      var _ = reader.get();
    } catch (IllegalArgumentException e) {
      throw fault(name, "is \"%s\", which is refused (%s)".formatted(value, e.getMessage()));
    }
  }

  private static JsonNode json(String text) {
    try {
      return new ObjectMapper().readTree(text);
    } catch (JsonProcessingException e) {
      throw new IllegalArgumentException("no JSON", e);
    }
  }

  /** Whether people can sign in to pages. */
  boolean hasPages() {
    return !issuer.isEmpty();
  }

  /** The names that are known, in alphabetical order. */
  static List<String> names() {
    return List.copyOf(HELP.keySet());
  }

  /**
   * The configuration of an application.
   *
   * @throws IllegalArgumentException naming what is missing or wrong, and how to give it
   */
  static Configuration of(Node app) {
    return new Configuration(
        required(app, "approvers", MEMBERS),
        required(app, "operators", MEMBERS),
        value(app, "quorum", "[1-5]").orElse("1"),
        value(app, "quotas", "(?s).{0,300}").orElse(""),
        value(app, "exposureDefaults", "(?s)\\{.{0,2046}\\}").orElse("{}"),
        value(app, "organizationId", "o-[a-z0-9]{10,32}"),
        value(app, "callerAccounts", "\\d{12}(,\\d{12}){0,99}")
            .map(text -> Arrays.asList(text.split(",", -1)))
            .orElse(List.of()),
        value(app, "issuer", "https://[^\\s?#]{1,500}").orElse(""),
        value(app, "issuerClientId", "[\\x21-\\x7e]{1,200}").orElse("drawbridge"));
  }

  private static String required(Node app, String name, String form) {
    return value(app, name, form).orElseThrow(() -> fault(name, "is missing"));
  }

  private static Optional<String> value(Node app, String name, String form) {
    Object given = app.tryGetContext(name);
    if (given == null || given.toString().isEmpty()) {
      return Optional.empty();
    }
    if (!Pattern.matches(form, given.toString())) {
      throw fault(name, "is \"%s\", which is refused".formatted(given));
    }
    return Optional.of(given.toString());
  }

  private static IllegalArgumentException fault(String name, String what) {
    return new IllegalArgumentException(
        "context %s %s; give it with -c %s=... or in cdk.json: %s"
            .formatted(name, what, name, HELP.get(name)));
  }
}
