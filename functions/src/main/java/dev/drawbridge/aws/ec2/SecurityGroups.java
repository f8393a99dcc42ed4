package dev.drawbridge.aws.ec2;

import dev.drawbridge.aws.Clients;
import dev.drawbridge.aws.Deletion;
import dev.drawbridge.aws.ErrorTable;
import dev.drawbridge.aws.Pairs;
import dev.drawbridge.error.TransientFailure;
import dev.drawbridge.model.IngressRule;
import dev.drawbridge.model.RuleSeen;
import dev.drawbridge.plan.Ownership;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import software.amazon.awssdk.services.ec2.Ec2Client;
import software.amazon.awssdk.services.ec2.model.Ec2Exception;
import software.amazon.awssdk.services.ec2.model.IpPermission;
import software.amazon.awssdk.services.ec2.model.IpRange;
import software.amazon.awssdk.services.ec2.model.ResourceType;
import software.amazon.awssdk.services.ec2.model.SecurityGroup;
import software.amazon.awssdk.services.ec2.model.SecurityGroupRule;
import software.amazon.awssdk.services.ec2.model.Tag;
import software.amazon.awssdk.services.ec2.model.TagSpecification;
import software.amazon.awssdk.services.ec2.model.UserIdGroupPair;

/** Security groups and our rules in them. */
public final class SecurityGroups {
  private static final String DESCRIPTION = "Drawbridge: load balancer to database";

  private final Ec2Client ec2;

  /** Groups of the account and region of the clients. */
  public SecurityGroups(Clients clients) {
    this.ec2 = clients.ec2();
  }

  /** A rule that exists. */
  public record Existing(String ruleId, RuleSeen rule) {}

  /**
   * The group of that name in the VPC, made if it is missing.
   *
   * @throws dev.drawbridge.error.Conflict if a group of that name is not ours
   */
  public String ensure(String name, String vpcId, String databaseArn) {
    try {
      return ec2.createSecurityGroup(
              r ->
                  r.groupName(name)
                      .description("Drawbridge load balancer of " + databaseArn)
                      .vpcId(vpcId)
                      .tagSpecifications(tags(ResourceType.SECURITY_GROUP, databaseArn)))
          .groupId();
    } catch (Ec2Exception refused) {
      // Names are unique in a VPC, so creating is the look-up, and costs one call less.
      if (!ErrorTable.code(refused).equals("InvalidGroup.Duplicate")) {
        throw refused;
      }
      return owned(name, vpcId, databaseArn);
    }
  }

  /**
   * All inbound rules of the groups, whoever made them. Calls: 1.
   *
   * @param databaseArn whose rules count as ours
   */
  public List<Existing> inbound(Collection<String> groupIds, String databaseArn) {
    if (groupIds.isEmpty()) {
      return List.of();
    }
    return ec2
        .describeSecurityGroupRulesPaginator(r -> r.filters(Filters.of("group-id", groupIds)))
        .securityGroupRules()
        .stream()
        .filter(rule -> groupIds.contains(rule.groupId()))
        .filter(rule -> !Boolean.TRUE.equals(rule.isEgress()))
        .map(rule -> existing(rule, databaseArn))
        .toList();
  }

  /**
   * Our rules for this database, in whichever groups: the database itself may be gone. Tags alone
   * make no rule ours: it stands in a group on record, or in one that lets our own group in.
   *
   * @param own ids of the load balancer's groups
   * @param recorded ids of groups of the database that are on record
   */
  public List<Existing> everywhere(
      String databaseArn, Collection<String> own, Collection<String> recorded) {
    List<Existing> tagged = tagged(databaseArn);
    Set<String> groups = new HashSet<>(own);
    groups.addAll(recorded);
    tagged.stream()
        .map(Existing::rule)
        .filter(rule -> own.contains(rule.source()))
        .forEach(rule -> groups.add(rule.securityGroupId()));
    return tagged.stream()
        .filter(found -> groups.contains(found.rule().securityGroupId()))
        .toList();
  }

  private List<Existing> tagged(String databaseArn) {
    return ec2
        .describeSecurityGroupRulesPaginator(
            r -> r.filters(Filters.of("tag:" + Ownership.DATABASE, databaseArn)))
        .securityGroupRules()
        .stream()
        .filter(rule -> !Boolean.TRUE.equals(rule.isEgress()))
        .map(rule -> existing(rule, databaseArn))
        .filter(found -> found.rule().ours())
        .toList();
  }

  private static Existing existing(SecurityGroupRule rule, String databaseArn) {
    return new Existing(rule.securityGroupRuleId(), SeenRules.of(rule, databaseArn));
  }

  /** The id of a group by its name, if it is there, whoever made it. */
  public Optional<String> groupNamed(String name, String vpcId) {
    return find(name, vpcId).map(SecurityGroup::groupId);
  }

  /** The groups of that name that are ours, in whichever VPC: the ids. */
  public List<String> named(String name, String databaseArn) {
    return byName(name, databaseArn).tagged();
  }

  /**
   * The groups of one name, in whichever VPC.
   *
   * @param tagged ids of those that bear our tags
   * @param others ids of the rest
   */
  public record ByName(List<String> tagged, List<String> others) {}

  /** All of that name. Calls: 1. */
  public ByName byName(String name, String databaseArn) {
    Map<Boolean, List<String>> ids =
        ec2
            .describeSecurityGroupsPaginator(r -> r.filters(Filters.of("group-name", name)))
            .securityGroups()
            .stream()
            .filter(group -> name.equals(group.groupName()))
            .collect(
                Collectors.partitioningBy(
                    group -> Ownership.owns(map(group.tags()), databaseArn),
                    Collectors.mapping(SecurityGroup::groupId, Collectors.toList())));
    return new ByName(ids.getOrDefault(true, List.of()), ids.getOrDefault(false, List.of()));
  }

  /** Deletes a group; EC2 refuses it with DependencyViolation while something is in it. */
  public void delete(String groupId) {
    Deletion.of(
        () -> ec2.deleteSecurityGroup(r -> r.groupId(groupId)),
        () ->
            ec2.describeSecurityGroups(r -> r.filters(Filters.of("group-id", groupId)))
                .securityGroups()
                .isEmpty());
  }

  /** Adds rules with our tags; one that is there already, whoever made it, is enough. */
  public void admit(List<IngressRule> rules, String databaseArn) {
    rules.stream()
        .collect(Collectors.groupingBy(IngressRule::securityGroupId))
        .forEach((group, wanted) -> authorize(group, wanted, databaseArn));
  }

  /** Removes rules of ours. */
  public void revoke(List<Existing> rules) {
    rules.stream()
        .collect(Collectors.groupingBy(existing -> existing.rule().securityGroupId()))
        .forEach(
            (group, old) ->
                ec2.revokeSecurityGroupIngress(
                    r ->
                        r.groupId(group)
                            .securityGroupRuleIds(old.stream().map(Existing::ruleId).toList())));
  }

  private void authorize(String group, List<IngressRule> wanted, String databaseArn) {
    try {
      ec2.authorizeSecurityGroupIngress(
          r ->
              r.groupId(group)
                  .ipPermissions(wanted.stream().map(SecurityGroups::permission).toList())
                  .tagSpecifications(tags(ResourceType.SECURITY_GROUP_RULE, databaseArn)));
    } catch (Ec2Exception refused) {
      if (!ErrorTable.code(refused).equals("InvalidPermission.Duplicate")) {
        throw FullGroup.of(group, refused);
      }
      // One of several stands already without our tags, and AWS refuses them all: add the others.
      if (wanted.size() > 1) {
        wanted.forEach(rule -> authorize(group, List.of(rule), databaseArn));
      }
    }
  }

  private String owned(String name, String vpcId, String databaseArn) {
    SecurityGroup group =
        find(name, vpcId)
            .orElseThrow(
                () ->
                    new TransientFailure(
                        "security group %s exists in %s and is not found".formatted(name, vpcId)));
    Ownership.require(map(group.tags()), databaseArn, "security group " + name);
    return group.groupId();
  }

  private Optional<SecurityGroup> find(String name, String vpcId) {
    return ec2
        .describeSecurityGroups(
            r ->
                r.filters(
                    Stream.of(Filters.of("group-name", name), Filters.of("vpc-id", vpcId))
                        .flatMap(List::stream)
                        .toList()))
        .securityGroups()
        .stream()
        .filter(found -> name.equals(found.groupName()) && vpcId.equals(found.vpcId()))
        .findFirst();
  }

  private static IpPermission permission(IngressRule rule) {
    IpPermission.Builder permission =
        IpPermission.builder().ipProtocol("tcp").fromPort(rule.port()).toPort(rule.port());
    return rule.fromGroup()
        ? permission
            .userIdGroupPairs(
                UserIdGroupPair.builder().groupId(rule.source()).description(DESCRIPTION).build())
            .build()
        : permission
            .ipRanges(IpRange.builder().cidrIp(rule.source()).description(DESCRIPTION).build())
            .build();
  }

  private static TagSpecification tags(ResourceType type, String databaseArn) {
    return TagSpecification.builder()
        .resourceType(type)
        .tags(
            Ownership.tags(databaseArn).entrySet().stream()
                .map(tag -> Tag.builder().key(tag.getKey()).value(tag.getValue()).build())
                .toList())
        .build();
  }

  private static Map<String, String> map(List<Tag> tags) {
    return Pairs.of(tags, Tag::key, Tag::value);
  }
}
