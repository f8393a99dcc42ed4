package dev.drawbridge.simulator.ec2;

import dev.drawbridge.simulator.call.Caller;
import dev.drawbridge.simulator.ec2.Rule.Members;
import dev.drawbridge.simulator.ec2.Rule.Traffic;
import dev.drawbridge.simulator.operation.ServiceError;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.ec2.model.RevokedSecurityGroupRule;
import software.amazon.awssdk.services.ec2.model.SecurityGroupRule;
import software.amazon.awssdk.services.ec2.model.TagSpecification;

/** What may happen to the rules of security groups. */
record SecurityRules(Ec2State state) {

  /** The rules of the group, inbound or outbound. */
  List<Rule> of(String groupId, boolean egress) {
    return state.rules.with(groupId).stream()
        .filter(rule -> rule.traffic().egress() == egress)
        .toList();
  }

  /** The caller's group by its id or, for a default VPC only, name. */
  SecurityGroupRecord group(@Nullable String groupId, Caller caller) {
    if (groupId == null) {
      throw ServiceError.client(
          "MissingParameter", "The request must contain the parameter groupName or groupId");
    }
    return state.groups.require(groupId, caller);
  }

  /** Adds all the rules or none, and answers in the API's shape. */
  List<SecurityGroupRule> authorize(Caller caller, RuleChange change, List<TagSpecification> tags) {
    DryRun.check(change.dryRun());
    SecurityGroupRecord group = group(change.groupId(), caller);
    List<RuleRequest> requests = RuleRequest.read(state, caller, change);
    requests.forEach(request -> checkAbsent(group, request.traffic()));
    checkRoom(group, change.egress(), requests);
    List<Rule> added = requests.stream().map(request -> add(group, request, tags)).toList();
    state.network.changes().happened();
    return added.stream().map(new RuleShapes(state)::rule).toList();
  }

  /** AWS counts IPv4 and IPv6 apart. */
  private void checkRoom(SecurityGroupRecord group, boolean egress, List<RuleRequest> requests) {
    List<Rule.Source> sources =
        Stream.concat(
                of(group.id(), egress).stream().map(Rule::traffic),
                requests.stream().map(RuleRequest::traffic))
            .map(Traffic::source)
            .toList();
    int most =
        Math.max(
            sources.stream().mapToInt(Rule.Source::ipv4Places).sum(),
            sources.stream().mapToInt(Rule.Source::ipv6Places).sum());
    if (most > state.settings.quotas().rulesPerGroup()) {
      throw ServiceError.client(
          "RulesPerSecurityGroupLimitExceeded",
          "The maximum number of rules per security group has been reached.");
    }
  }

  private Rule add(SecurityGroupRecord group, RuleRequest request, List<TagSpecification> tags) {
    String id = state.ids.next("sgr");
    state.tags.put(id, tags);
    return state.rules.put(
        new Rule(id, group.owner(), group.id(), request.traffic(), request.description()));
  }

  private void checkAbsent(SecurityGroupRecord group, Traffic traffic) {
    if (find(group, traffic).isPresent()) {
      throw ServiceError.client(
          "InvalidPermission.Duplicate",
          "the specified rule \"peer: %s, %s, ALLOW\" already exists"
              .formatted(peer(traffic), what(traffic)));
    }
  }

  private static String what(Traffic traffic) {
    return traffic.protocol().equals("-1")
        ? "ALL"
        : "%s, from port: %d, to port: %d"
            .formatted(traffic.protocol().toUpperCase(Locale.ROOT), traffic.from(), traffic.to());
  }

  private static String peer(Traffic traffic) {
    return switch (traffic.source()) {
      case Rule.Addresses block -> block.cidr();
      case Rule.Ipv6Addresses block -> block.cidr();
      case Rule.Listed listed -> listed.list().id();
      case Members members -> members.groupId();
    };
  }

  /**
   * Takes the rules away, and answers in the API's shape.
   *
   * @throws ServiceError InvalidPermission.NotFound when one is not there
   */
  List<RevokedSecurityGroupRule> revoke(Caller caller, RuleChange change) {
    DryRun.check(change.dryRun());
    SecurityGroupRecord group = group(change.groupId(), caller);
    List<Rule> revoked = new ArrayList<>();
    for (RuleRequest request : RuleRequest.read(state, caller, change)) {
      revoked.add(
          find(group, request.traffic())
              .orElseThrow(
                  () ->
                      ServiceError.client(
                          "InvalidPermission.NotFound",
                          "The specified rule does not exist in this security group.")));
    }
    for (String id : change.ruleIds()) {
      revoked.add(
          of(group.id(), change.egress()).stream()
              .filter(rule -> rule.id().equals(id))
              .findFirst()
              .orElseThrow(() -> state.rules.missing(id)));
    }
    revoked.forEach(this::remove);
    state.network.changes().happened();
    return revoked.stream().map(new RuleShapes(state)::revoked).toList();
  }

  void remove(Rule rule) {
    state.rules.remove(rule.id());
    state.tags.removeAll(rule.id());
  }

  private Optional<Rule> find(SecurityGroupRecord group, Traffic traffic) {
    return of(group.id(), traffic.egress()).stream()
        .filter(rule -> rule.traffic().equals(traffic))
        .findFirst();
  }
}
