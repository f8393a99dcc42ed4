package dev.drawbridge.infra;

import dev.drawbridge.plan.InstallationName;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import software.amazon.awscdk.Aws;
import software.constructs.Node;

/**
 * What an account asks of everything that is deployed into it, and whom the installation tells.
 *
 * @param names what everything is called
 * @param permissionsBoundary the ARN of the policy that no role may exceed
 * @param rolePath the path of every role
 * @param tags of everything that the stacks have
 * @param tokenKey the ARN of an existing key for task tokens
 * @param topicKey the ARN of an existing key for topics
 * @param deletionProtection whether DynamoDB refuses to delete the table
 * @param mails addresses that get every message to people
 * @param slack workspace and channel that get every alarm
 * @param runBooks where the page of run books is, which every alarm names
 */
record LandingZone(
    ResourceNames names,
    Optional<String> permissionsBoundary,
    String rolePath,
    Map<String, String> tags,
    Optional<String> tokenKey,
    Optional<String> topicKey,
    boolean deletionProtection,
    List<String> mails,
    Optional<String> slack,
    String runBooks) {
  /** Keeps copies. */
  LandingZone {
    tags = Map.copyOf(tags);
    mails = List.copyOf(mails);
  }

  /**
   * The landing zone of an application.
   *
   * @throws IllegalArgumentException naming what is wrong, and how to give it
   */
  static LandingZone of(Node app) {
    Map<String, String> tags = new LinkedHashMap<>();
    for (String tag : Setting.TAGS.list(app)) {
      String[] pair = tag.split("=", -1);
      if (tags.put(pair[0], pair[1]) != null) {
        throw Setting.TAGS.fault("names \"%s\" twice".formatted(pair[0]));
      }
    }
    return new LandingZone(
        new ResourceNames(Setting.PREFIX.optional(app).orElse(InstallationName.DEFAULT)),
        Setting.PERMISSIONS_BOUNDARY.optional(app).map(LandingZone::policyArn),
        Setting.ROLE_PATH.optional(app).orElse("/"),
        tags,
        Setting.TOKEN_KEY.optional(app),
        Setting.TOPIC_KEY.optional(app),
        Setting.DELETION_PROTECTION.optional(app).map("on"::equals).orElse(false),
        mails(app),
        Setting.SLACK.optional(app),
        Setting.RUN_BOOKS.optional(app).orElse("docs/runbooks.md"));
  }

  /** Whether SNS makes one subscription of two spellings is unknown, and these are counted. */
  private static List<String> mails(Node app) {
    List<String> mails = Setting.MAILS.list(app);
    Set<String> seen = new HashSet<>();
    for (String mail : mails) {
      if (!seen.add(mail.toLowerCase(Locale.ROOT))) {
        throw Setting.MAILS.fault("names \"%s\" twice, capitals or not".formatted(mail));
      }
    }
    return mails;
  }

  private static String policyArn(String nameOrArn) {
    return nameOrArn.startsWith("arn:")
        ? nameOrArn
        : "arn:%s:iam::%s:policy/%s".formatted(Aws.PARTITION, Aws.ACCOUNT_ID, nameOrArn);
  }
}
