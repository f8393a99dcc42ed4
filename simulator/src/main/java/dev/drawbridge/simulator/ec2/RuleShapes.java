package dev.drawbridge.simulator.ec2;

import dev.drawbridge.simulator.ec2.Rule.Addresses;
import dev.drawbridge.simulator.ec2.Rule.Ipv6Addresses;
import dev.drawbridge.simulator.ec2.Rule.Listed;
import dev.drawbridge.simulator.ec2.Rule.Members;
import dev.drawbridge.simulator.ec2.Rule.Traffic;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.ec2.model.IpPermission;
import software.amazon.awssdk.services.ec2.model.IpRange;
import software.amazon.awssdk.services.ec2.model.Ipv6Range;
import software.amazon.awssdk.services.ec2.model.PrefixListId;
import software.amazon.awssdk.services.ec2.model.RevokedSecurityGroupRule;
import software.amazon.awssdk.services.ec2.model.SecurityGroupRule;
import software.amazon.awssdk.services.ec2.model.UserIdGroupPair;

/** Security group rules in the API's shapes. */
record RuleShapes(Ec2State state) {
  private record Ports(String protocol, int from, int to) {}

  SecurityGroupRule rule(Rule rule) {
    Traffic traffic = rule.traffic();
    SecurityGroupRule.Builder shape =
        SecurityGroupRule.builder()
            .securityGroupRuleId(rule.id())
            .securityGroupRuleArn(rule.owner().arn("ec2", "security-group-rule/" + rule.id()))
            .groupId(rule.groupId())
            .groupOwnerId(rule.owner().account())
            .isEgress(traffic.egress())
            .ipProtocol(traffic.protocol())
            .fromPort(traffic.from())
            .toPort(traffic.to())
            .description(described(rule))
            .tags(state.tags.shapes(rule.id()));
    switch (traffic.source()) {
      case Addresses block -> shape.cidrIpv4(block.cidr());
      case Ipv6Addresses block -> shape.cidrIpv6(block.cidr());
      case Listed listed -> shape.prefixListId(listed.list().id());
      case Members members ->
          shape.referencedGroupInfo(
              info -> info.groupId(members.groupId()).userId(members.account()));
    }
    return shape.build();
  }

  RevokedSecurityGroupRule revoked(Rule rule) {
    Traffic traffic = rule.traffic();
    RevokedSecurityGroupRule.Builder shape =
        RevokedSecurityGroupRule.builder()
            .securityGroupRuleId(rule.id())
            .groupId(rule.groupId())
            .isEgress(traffic.egress())
            .ipProtocol(traffic.protocol())
            .fromPort(traffic.from())
            .toPort(traffic.to())
            .description(described(rule));
    switch (traffic.source()) {
      case Addresses block -> shape.cidrIpv4(block.cidr());
      case Ipv6Addresses block -> shape.cidrIpv6(block.cidr());
      case Listed listed -> shape.prefixListId(listed.list().id());
      case Members members -> shape.referencedGroupId(members.groupId());
    }
    return shape.build();
  }

  /** Rules of the same ports come as one permission, as DescribeSecurityGroups groups them. */
  List<IpPermission> permissions(List<Rule> rules) {
    Map<Ports, List<Rule>> byPorts = new LinkedHashMap<>();
    for (Rule rule : rules) {
      Traffic traffic = rule.traffic();
      Ports ports = new Ports(traffic.protocol(), traffic.from(), traffic.to());
      byPorts.computeIfAbsent(ports, key -> new ArrayList<>()).add(rule);
    }
    return byPorts.entrySet().stream()
        .map(entry -> permission(entry.getKey(), entry.getValue()))
        .toList();
  }

  private static IpPermission permission(Ports ports, List<Rule> rules) {
    List<IpRange> ranges = new ArrayList<>();
    List<Ipv6Range> ipv6Ranges = new ArrayList<>();
    List<PrefixListId> lists = new ArrayList<>();
    List<UserIdGroupPair> pairs = new ArrayList<>();
    for (Rule rule : rules) {
      @Nullable String text = described(rule);
      switch (rule.traffic().source()) {
        case Addresses block ->
            ranges.add(IpRange.builder().cidrIp(block.cidr()).description(text).build());
        case Ipv6Addresses block ->
            ipv6Ranges.add(Ipv6Range.builder().cidrIpv6(block.cidr()).description(text).build());
        case Listed listed ->
            lists.add(
                PrefixListId.builder().prefixListId(listed.list().id()).description(text).build());
        case Members members ->
            pairs.add(
                UserIdGroupPair.builder()
                    .groupId(members.groupId())
                    .userId(members.account())
                    .description(text)
                    .build());
      }
    }
    boolean all = ports.protocol().equals("-1");
    return IpPermission.builder()
        .ipProtocol(ports.protocol())
        .fromPort(all ? null : Integer.valueOf(ports.from()))
        .toPort(all ? null : Integer.valueOf(ports.to()))
        .ipRanges(ranges)
        .ipv6Ranges(ipv6Ranges)
        .prefixListIds(lists)
        .userIdGroupPairs(pairs)
        .build();
  }

  private static @Nullable String described(Rule rule) {
    return rule.description().isEmpty() ? null : rule.description();
  }
}
