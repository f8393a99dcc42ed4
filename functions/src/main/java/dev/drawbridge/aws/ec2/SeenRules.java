package dev.drawbridge.aws.ec2;

import dev.drawbridge.aws.Pairs;
import dev.drawbridge.model.RuleSeen;
import dev.drawbridge.plan.Ownership;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.ec2.model.SecurityGroupRule;
import software.amazon.awssdk.services.ec2.model.Tag;

/** From EC2's shape of a security group rule to ours: every reader of rules comes here. */
public final class SeenRules {
  private SeenRules() {}

  /**
   * A rule.
   *
   * @param databaseArn whose rules count as ours
   */
  public static RuleSeen of(SecurityGroupRule rule, String databaseArn) {
    return new RuleSeen(
        rule.groupId(),
        rule.ipProtocol() == null ? "" : rule.ipProtocol(),
        port(rule.fromPort()),
        port(rule.toPort()),
        source(rule),
        Ownership.owns(Pairs.of(rule.tags(), Tag::key, Tag::value), databaseArn));
  }

  /** A rule for all protocols has no ports: EC2 shows it as -1, and its model allows nothing. */
  private static int port(@Nullable Integer shown) {
    return shown == null ? -1 : shown;
  }

  private static String source(SecurityGroupRule rule) {
    var group = rule.referencedGroupInfo();
    return Stream.of(
            group == null ? null : group.groupId(),
            rule.cidrIpv4(),
            rule.cidrIpv6(),
            rule.prefixListId())
        .filter(Objects::nonNull)
        .findFirst()
        .orElse("");
  }
}
