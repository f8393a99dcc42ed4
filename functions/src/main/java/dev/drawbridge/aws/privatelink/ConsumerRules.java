package dev.drawbridge.aws.privatelink;

import dev.drawbridge.aws.Clients;
import dev.drawbridge.aws.ErrorTable;
import dev.drawbridge.aws.ec2.FullGroup;
import dev.drawbridge.aws.ec2.SeenRules;
import dev.drawbridge.model.RuleSeen;
import dev.drawbridge.plan.ConsumerRule;
import dev.drawbridge.plan.Ownership;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import software.amazon.awssdk.services.ec2.Ec2Client;
import software.amazon.awssdk.services.ec2.model.Ec2Exception;
import software.amazon.awssdk.services.ec2.model.Filter;
import software.amazon.awssdk.services.ec2.model.IpPermission;
import software.amazon.awssdk.services.ec2.model.IpRange;
import software.amazon.awssdk.services.ec2.model.ResourceType;
import software.amazon.awssdk.services.ec2.model.Tag;
import software.amazon.awssdk.services.ec2.model.TagSpecification;

/**
 * The rules of ours that let consumers into the load balancer's security group. One without our
 * tags is somebody else's: it is not listed, and so never revoked.
 */
public final class ConsumerRules {
  private final Ec2Client client;

  public ConsumerRules(Clients clients) {
    this.client = clients.ec2();
  }

  /** Ours, by rule id, whatever they have become by somebody's hand. */
  public Map<String, RuleSeen> ours(String securityGroupId, String databaseArn) {
    Filter ofGroup = Filter.builder().name("group-id").values(securityGroupId).build();
    return client
        .describeSecurityGroupRulesPaginator(r -> r.filters(ofGroup))
        .securityGroupRules()
        .stream()
        .filter(rule -> securityGroupId.equals(rule.groupId()))
        .filter(rule -> !Boolean.TRUE.equals(rule.isEgress()) && rule.cidrIpv4() != null)
        .map(rule -> Map.entry(rule.securityGroupRuleId(), SeenRules.of(rule, databaseArn)))
        .filter(rule -> rule.getValue().ours())
        .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
  }

  /** Adds rules with our tags; one that is there already, whoever made it, is enough. */
  public void add(String securityGroupId, String databaseArn, Collection<ConsumerRule> rules) {
    try {
      client.authorizeSecurityGroupIngress(
          r ->
              r.groupId(securityGroupId)
                  .ipPermissions(rules.stream().map(ConsumerRules::permission).toList())
                  .tagSpecifications(ours(databaseArn)));
    } catch (Ec2Exception refused) {
      if (!ErrorTable.code(refused).equals("InvalidPermission.Duplicate")) {
        throw FullGroup.of(securityGroupId, refused);
      }
      // One of several stands already without our tags, and AWS refuses them all: add the others.
      if (rules.size() > 1) {
        rules.forEach(rule -> add(securityGroupId, databaseArn, List.of(rule)));
      }
    }
  }

  public void remove(String securityGroupId, Collection<String> ruleIds) {
    client.revokeSecurityGroupIngress(
        r -> r.groupId(securityGroupId).securityGroupRuleIds(ruleIds));
  }

  private static TagSpecification ours(String databaseArn) {
    return TagSpecification.builder()
        .resourceType(ResourceType.SECURITY_GROUP_RULE)
        .tags(
            Ownership.tags(databaseArn).entrySet().stream()
                .map(tag -> Tag.builder().key(tag.getKey()).value(tag.getValue()).build())
                .toList())
        .build();
  }

  private static IpPermission permission(ConsumerRule rule) {
    return IpPermission.builder()
        .ipProtocol("tcp")
        .fromPort(rule.ports().from())
        .toPort(rule.ports().to())
        .ipRanges(
            IpRange.builder()
                .cidrIp(rule.cidr())
                .description("Drawbridge: approved consumers")
                .build())
        .build();
  }
}
