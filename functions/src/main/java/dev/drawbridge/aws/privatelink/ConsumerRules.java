package dev.drawbridge.aws.privatelink;

import dev.drawbridge.aws.Clients;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import software.amazon.awssdk.services.ec2.Ec2Client;
import software.amazon.awssdk.services.ec2.model.Filter;
import software.amazon.awssdk.services.ec2.model.IpPermission;
import software.amazon.awssdk.services.ec2.model.IpRange;
import software.amazon.awssdk.services.ec2.model.ResourceType;
import software.amazon.awssdk.services.ec2.model.SecurityGroupRule;
import software.amazon.awssdk.services.ec2.model.Tag;
import software.amazon.awssdk.services.ec2.model.TagSpecification;

/**
 * The ingress rules of one consumer on the load balancer's security group. Each carries the
 * consumer's account as a tag, so that one consumer's leaving never touches another's rules.
 */
public final class ConsumerRules {
  private static final String CONSUMER = "drawbridge:consumer";

  private final Ec2Client client;

  public ConsumerRules(Clients clients) {
    this.client = clients.ec2();
  }

  /** A port that a block of addresses may reach. */
  public record Rule(int port, String cidr) {}

  /** The consumer's rules by rule id. */
  public Map<String, Rule> of(String securityGroupId, String consumerAccountId) {
    return client
        .describeSecurityGroupRulesPaginator(
            r ->
                r.filters(
                    List.of(
                        Filter.builder().name("group-id").values(securityGroupId).build(),
                        Filter.builder()
                            .name("tag:" + CONSUMER)
                            .values(consumerAccountId)
                            .build())))
        .securityGroupRules()
        .stream()
        .filter(rule -> securityGroupId.equals(rule.groupId()))
        .filter(rule -> rule.tags().contains(tag(consumerAccountId)))
        .filter(rule -> !rule.isEgress() && rule.cidrIpv4() != null)
        .collect(
            Collectors.toMap(
                SecurityGroupRule::securityGroupRuleId,
                rule -> new Rule(rule.fromPort(), rule.cidrIpv4())));
  }

  public void add(String securityGroupId, String consumerAccountId, Collection<Rule> rules) {
    client.authorizeSecurityGroupIngress(
        r ->
            r.groupId(securityGroupId)
                .ipPermissions(
                    rules.stream().map(rule -> permission(rule, consumerAccountId)).toList())
                .tagSpecifications(
                    TagSpecification.builder()
                        .resourceType(ResourceType.SECURITY_GROUP_RULE)
                        .tags(tag(consumerAccountId))
                        .build()));
  }

  public void remove(String securityGroupId, Collection<String> ruleIds) {
    client.revokeSecurityGroupIngress(
        r -> r.groupId(securityGroupId).securityGroupRuleIds(ruleIds));
  }

  private static Tag tag(String consumerAccountId) {
    return Tag.builder().key(CONSUMER).value(consumerAccountId).build();
  }

  private static IpPermission permission(Rule rule, String consumerAccountId) {
    return IpPermission.builder()
        .ipProtocol("tcp")
        .fromPort(rule.port())
        .toPort(rule.port())
        .ipRanges(
            IpRange.builder()
                .cidrIp(rule.cidr())
                .description("Drawbridge consumer " + consumerAccountId)
                .build())
        .build();
  }
}
