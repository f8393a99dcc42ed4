package dev.drawbridge.infra;

import dev.drawbridge.exposure.SettingsReader;
import dev.drawbridge.identity.Members;
import dev.drawbridge.plan.InstallationName;
import dev.drawbridge.plan.Quotas;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import software.constructs.Node;

/**
 * What the workers of an installation are told, as context of the CDK application ({@code cdk
 * deploy -c NAME=VALUE} or {@code cdk.json}). Not parameters of the stack: a published version of a
 * function and a deployment of an API are immutable, and CloudFormation makes new ones only if the
 * template has changed, so that a parameter would change the next version and leave the one that
 * answers as it was (<a href="https://github.com/aws/aws-cdk/issues/25997">aws-cdk 25997</a>).
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
 * @param userPool whether the stacks make the issuer, a user pool of Cognito
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
    String issuerClientId,
    boolean userPool) {
  private static final String SOME_ACCOUNT = "111111111111";

  /**
   * Bytes that the long settings may have together. All variables of a function, names included,
   * share 4 KB (quotas of Lambda); the rest is for ARNs, addresses and names.
   */
  private static final int LONGEST_TOGETHER = 3300;

  /** Keeps a copy. */
  Configuration {
    callerAccounts = List.copyOf(callerAccounts);
    // By the readers that the workers use: what they refuse must not be deployed.
    readable(Setting.APPROVERS, approvers, () -> Members.parse(approvers, SOME_ACCOUNT));
    readable(Setting.OPERATORS, operators, () -> Members.parse(operators, SOME_ACCOUNT));
    readable(Setting.QUOTAS, quotas, () -> Quotas.of(quotas));
    readable(
        Setting.EXPOSURE_DEFAULTS,
        exposureDefaults,
        () -> SettingsReader.defaults(exposureDefaults));
    requireReachable(approvers, quorum, exposureDefaults);
    requireShort(approvers, operators, exposureDefaults, quotas);
    if (userPool && !issuer.isEmpty()) {
      throw Setting.USER_POOL.fault("is on, and there is an issuer too; people sign in with one");
    }
  }

  private static void readable(Setting setting, String value, Supplier<?> reader) {
    try {
      var _ = reader.get();
    } catch (IllegalArgumentException e) {
      throw setting.fault("is \"%s\", which is refused (%s)".formatted(value, e.getMessage()));
    }
  }

  /**
   * Otherwise people would be asked who cannot ever be enough. The account is not known yet: what
   * would be enough in any is.
   */
  private static void requireReachable(String approvers, String quorum, String defaults) {
    Members list = Members.parse(approvers, SOME_ACCOUNT);
    if (list.fewerThan(Integer.parseInt(quorum), null)) {
      throw Setting.QUORUM.fault("is %s, and %s".formatted(quorum, list.tooFew(null)));
    }
    Integer raised = SettingsReader.defaults(defaults).quorum();
    if (raised != null && list.fewerThan(raised, null)) {
      throw Setting.EXPOSURE_DEFAULTS.fault(
          "asks for a quorum of %d, and %s".formatted(raised, list.tooFew(null)));
    }
  }

  private static void requireShort(String... settings) {
    int together =
        Stream.of(settings).mapToInt(each -> each.getBytes(StandardCharsets.UTF_8).length).sum();
    if (together > LONGEST_TOGETHER) {
      throw new IllegalArgumentException(
          "context approvers, operators, exposureDefaults and quotas have %d bytes together, and Lambda's environment takes %d of them; name groups of people, or leave out defaults"
              .formatted(together, LONGEST_TOGETHER));
    }
  }

  /** Whether people can sign in to pages. */
  boolean hasPages() {
    return userPool || !issuer.isEmpty();
  }

  /** The groups of the issuer that the lists of people name. */
  Set<String> groups() {
    return Stream.of(approvers, operators)
        .flatMap(list -> Members.parse(list, SOME_ACCOUNT).groups())
        .collect(Collectors.toCollection(TreeSet::new));
  }

  /**
   * The configuration of an application.
   *
   * @throws IllegalArgumentException naming what is missing or wrong, and how to give it
   */
  static Configuration of(Node app) {
    return new Configuration(
        Setting.APPROVERS.required(app),
        Setting.OPERATORS.required(app),
        Setting.QUORUM.optional(app).orElse("1"),
        Setting.QUOTAS.optional(app).orElse(""),
        Setting.EXPOSURE_DEFAULTS.optional(app).orElse("{}"),
        Setting.ORGANIZATION_ID.optional(app),
        Setting.CALLER_ACCOUNTS.list(app),
        Setting.ISSUER.optional(app).orElse(""),
        Setting.ISSUER_CLIENT_ID.optional(app).orElse(InstallationName.DEFAULT),
        Setting.USER_POOL.optional(app).filter("on"::equals).isPresent());
  }
}
