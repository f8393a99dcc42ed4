package dev.drawbridge.inspection;

import dev.drawbridge.discovery.Ports;
import dev.drawbridge.exposure.Admittance;
import dev.drawbridge.model.DatabaseFacts;
import dev.drawbridge.model.Enforcement;
import dev.drawbridge.model.IngressRule;
import dev.drawbridge.model.LoadBalancerSeen;
import dev.drawbridge.model.RuleSeen;
import dev.drawbridge.model.Target;
import dev.drawbridge.model.TargetState;
import dev.drawbridge.plan.ConsumerRule;
import dev.drawbridge.plan.Ipv4;
import dev.drawbridge.plan.LiveApprovalRules;
import dev.drawbridge.plan.Quotas;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;

/** Whether the database's security groups let the load balancer in. */
final class RuleFindings {
  private RuleFindings() {}

  static List<Finding> of(Expected expected, PathSeen seen) {
    List<Finding> findings = new ArrayList<>();
    Set<String> written = written(seen);
    if (seen.followed().isPresent() && seen.loadBalancer().isPresent()) {
      DatabaseFacts facts = seen.followed().get();
      LoadBalancerSeen loadBalancer = seen.loadBalancer().get();
      Optional<Admittance> wanted = wanted(expected, facts, loadBalancer, seen.nodes().addresses());
      wanted.map(each -> each.missing(seen.rules())).orElse(List.of()).stream()
          .map(rule -> gone(expected, rule))
          .forEach(findings::add);
      wanted.map(each -> each.places(seen.rules())).ifPresent(written::addAll);
      findings.addAll(consumers(expected, facts, loadBalancer, seen));
      outbound(facts, loadBalancer, seen).ifPresent(findings::add);
      findings.addAll(leftBehind(facts, loadBalancer, seen.rules()));
    }
    seen.nodes().strangers().stream().map(each -> stranger(expected, each)).forEach(findings::add);
    findings.addAll(RoomFindings.of(written, seen.rules(), expected.quotas(), Quotas::nearly));
    return findings;
  }

  /** Groups that rules of ours stand in, or may be put into: the room in others is no matter. */
  static Set<String> written(PathSeen seen) {
    Set<String> groups = new TreeSet<>();
    seen.rules().stream()
        .filter(RuleSeen::ours)
        .map(RuleSeen::securityGroupId)
        .forEach(groups::add);
    seen.loadBalancer().map(LoadBalancerSeen::securityGroupIds).ifPresent(groups::addAll);
    return groups;
  }

  /** What must let the load balancer in, with the group that it has; empty if it has none. */
  private static Optional<Admittance> wanted(
      Expected expected,
      DatabaseFacts facts,
      LoadBalancerSeen loadBalancer,
      List<String> addresses) {
    boolean enforced = expected.enforcement() == Enforcement.ON;
    // Nobody is let in for a group that somebody else has put in the place of ours.
    String own = expected.securityGroupId();
    return (own == null ? loadBalancer.securityGroupIds() : List.of(own))
        .stream()
            .findFirst()
            .map(group -> Admittance.of(facts, group, enforced, enforced ? List.of() : addresses));
  }

  private static Finding gone(Expected expected, IngressRule rule) {
    String text =
        "the database's security group lacks a rule, so that health checks or connections fail: %s"
            .formatted(rule);
    Finding found = Finding.of(Kind.RULE_GONE, rule.toString(), text);
    return expected.managed() ? found : found.told("; add it: these rules are not ours");
  }

  /**
   * With enforcement on the addresses of every consumer who has a yes, and never anybody else's:
   * with enforcement off, too, such a rule admits hosts of the VPC.
   */
  private static List<Finding> consumers(
      Expected expected, DatabaseFacts facts, LoadBalancerSeen loadBalancer, PathSeen seen) {
    Ports ports = Ports.of(facts.port(), expected.readerPort(), expected.writerPort());
    List<Integer> entrances = new ArrayList<>(List.of(ports.reader(), ports.writer()));
    Optional.ofNullable(expected.instanceRange())
        .ifPresent(range -> entrances.addAll(range.ports()));
    Set<ConsumerRule> approved =
        expected.enforcement() == Enforcement.OFF
            ? Set.of()
            : LiveApprovalRules.of(expected.inForce(seen), entrances);
    // Whose endpoint is gone needs no rule: its own stays until a run comes by.
    Set<ConsumerRule> said = LiveApprovalRules.of(expected.live(), entrances);
    String own = expected.securityGroupId();
    return Stream.concat(
            missing(approved, seen.rules(), loadBalancer.securityGroupIds()).stream(),
            seen.rules().stream()
                .filter(found -> found.securityGroupId().equals(own))
                // Anybody may write our tags: they make a rule one of ours, and no approved one.
                .filter(
                    found ->
                        (found.ours() ? said : approved)
                            .stream().noneMatch(rule -> rule.covers(found)))
                .map(RuleFindings::unknown))
        .toList();
  }

  private static List<Finding> missing(
      Set<ConsumerRule> approved, List<RuleSeen> there, List<String> groups) {
    return approved.stream()
        .filter(
            rule ->
                there.stream()
                    .filter(found -> groups.contains(found.securityGroupId()))
                    .noneMatch(rule::isLetInBy))
        .map(
            rule ->
                Finding.of(
                    Kind.CONSUMER_RULE_GONE,
                    "%s %d-%d".formatted(rule.cidr(), rule.ports().from(), rule.ports().to()),
                    "the load balancer's security group does not let %s reach ports %d to %d, which was approved; send the request of that consumer again"
                        .formatted(rule.cidr(), rule.ports().from(), rule.ports().to())))
        .toList();
  }

  private static Finding unknown(RuleSeen found) {
    return Finding.of(
        Kind.CONSUMER_RULE_UNKNOWN,
        found.toString(),
        "security group %s of the load balancer lets %s in on %s %d to %d, which nobody approved; remove that rule"
            .formatted(
                found.securityGroupId(),
                found.source().isEmpty() ? "somebody" : found.source(),
                found.protocol(),
                found.fromPort(),
                found.toPort()));
  }

  /** The database's groups admit the load balancer's own by reference, whoever is in it. */
  private static Finding stranger(Expected expected, String found) {
    return Finding.of(
        Kind.INTERFACE_UNKNOWN,
        found,
        "network interface %s is in security group %s of the load balancer and no part of it: it reaches the database itself, which nobody approved; take it out of that group"
            .formatted(found, expected.securityGroupId()));
  }

  /** Where targets are not healthy: whether the load balancer may reach them at all. */
  private static Optional<Finding> outbound(
      DatabaseFacts facts, LoadBalancerSeen loadBalancer, PathSeen seen) {
    List<RuleSeen> rules =
        seen.outbound().stream()
            .filter(rule -> loadBalancer.securityGroupIds().contains(rule.securityGroupId()))
            .toList();
    List<String> cut =
        Stream.of(seen.writers(), seen.readers())
            .flatMap(Optional::stream)
            .flatMap(group -> group.targets().stream())
            .filter(target -> target.present() && !target.passes())
            .map(TargetState::target)
            .filter(target -> rules.stream().noneMatch(rule -> reaches(rule, facts, target)))
            .map(Target::toString)
            .distinct()
            .sorted()
            .toList();
    return cut.isEmpty()
        ? Optional.empty()
        : Optional.of(
            Finding.of(
                Kind.EGRESS_GONE,
                loadBalancer.arn(),
                "security groups %s of the load balancer let it go to none of %s; add an outbound rule for the database's port"
                    .formatted(loadBalancer.securityGroupIds(), cut)));
  }

  private static boolean reaches(RuleSeen rule, DatabaseFacts facts, Target target) {
    return rule.passes(target.port(), target.port())
        && (rule.ofAddresses()
            ? Ipv4.contains(rule.source(), target.address())
            : facts.attachedGroupIds().contains(rule.source()));
  }

  /** Mending deletes nothing, and a group that the database has left may guard somebody else. */
  private static List<Finding> leftBehind(
      DatabaseFacts facts, LoadBalancerSeen loadBalancer, List<RuleSeen> rules) {
    if (facts.topology().members().stream().anyMatch(each -> each.resourceId().isEmpty())) {
      return List.of(); // it may be in that group: a list has left it out
    }
    return rules.stream()
        .filter(RuleSeen::ours)
        .filter(rule -> !facts.attachedGroupIds().contains(rule.securityGroupId()))
        .filter(rule -> !loadBalancer.securityGroupIds().contains(rule.securityGroupId()))
        .map(
            rule ->
                Finding.of(
                    Kind.RULE_LEFT_BEHIND,
                    rule.toString(),
                    "security group %s, which database %s has left, still lets %s in on port %d by a rule of ours; remove that rule"
                        .formatted(
                            rule.securityGroupId(),
                            facts.identifier(),
                            rule.source(),
                            rule.fromPort())))
        .toList();
  }
}
