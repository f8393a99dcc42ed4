package dev.drawbridge.aws.ec2;

import dev.drawbridge.aws.Clients;
import dev.drawbridge.aws.Pairs;
import dev.drawbridge.plan.InboundRule;
import dev.drawbridge.plan.PortRange;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import software.amazon.awssdk.services.ec2.Ec2Client;
import software.amazon.awssdk.services.ec2.model.Filter;
import software.amazon.awssdk.services.ec2.model.SecurityGroup;
import software.amazon.awssdk.services.ec2.model.SecurityGroupRule;
import software.amazon.awssdk.services.ec2.model.Tag;

/**
 * What stands in security groups and takes a place there, whoever made it. AWS counts rules of IPv6
 * apart, and a group or a prefix list as a source with both; UNCONFIRMED here: a prefix list takes
 * one place and not as many as it may have entries.
 */
public final class InboundRules {
  private final Ec2Client ec2;

  public InboundRules(Clients clients) {
    this.ec2 = clients.ec2();
  }

  public List<InboundRule> of(Collection<String> groupIds) {
    return ec2
        .describeSecurityGroupRulesPaginator(r -> r.filters(Filters.of("group-id", groupIds)))
        .securityGroupRules()
        .stream()
        .filter(rule -> groupIds.contains(rule.groupId()))
        .filter(rule -> !Boolean.TRUE.equals(rule.isEgress()) && rule.cidrIpv6() == null)
        .map(InboundRules::taken)
        .toList();
  }

  /** The id of a group by its name, if it is there. */
  public Optional<String> groupNamed(String name, String vpcId) {
    List<Filter> filters = new ArrayList<>(Filters.of("group-name", name));
    filters.addAll(Filters.of("vpc-id", vpcId));
    return ec2.describeSecurityGroups(r -> r.filters(filters)).securityGroups().stream()
        .filter(group -> name.equals(group.groupName()) && vpcId.equals(group.vpcId()))
        .map(SecurityGroup::groupId)
        .findFirst();
  }

  private static InboundRule taken(SecurityGroupRule rule) {
    Map<String, String> tags = Pairs.of(rule.tags(), Tag::key, Tag::value);
    int from = rule.fromPort() == null ? -1 : rule.fromPort();
    int to = rule.toPort() == null ? -1 : rule.toPort();
    return new InboundRule(
        rule.groupId(), new PortRange(from, to), Optional.ofNullable(rule.cidrIpv4()), tags);
  }
}
