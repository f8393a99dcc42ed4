package dev.drawbridge.exposure;

import dev.drawbridge.model.Database;
import dev.drawbridge.model.DatabaseFacts;
import dev.drawbridge.model.IngressRule;
import dev.drawbridge.model.RuleSeen;
import dev.drawbridge.plan.Ingress;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.function.BiPredicate;
import java.util.stream.Collectors;

/**
 * Who has to be let in where, so that the load balancer reaches the database.
 *
 * <p>Its security group always: health checks match it. With enforcement off, PrivateLink traffic
 * matches no group reference and comes from the load balancer's private addresses, so these are
 * admitted one by one. Source: "Register targets", section "Target security groups".
 *
 * <p>EC2 adds up the rules of all groups of an instance: one group of each member that lets it in
 * is enough, whichever that is. So a group that somebody attaches beside ours changes nothing.
 *
 * @param groupsOfMembers the security groups of each member, sorted
 * @param sources the load balancer's group, and blocks of single addresses
 */
public record Admittance(
    List<List<String>> groupsOfMembers, SortedSet<Integer> ports, List<String> sources) {

  /** That of a database. */
  public static Admittance of(
      Database database, String loadBalancerGroup, boolean enforced, List<String> addresses) {
    return new Admittance(
        database.groupsOfMembers(),
        DatabaseFacts.ports(database.port(), database.members()),
        sources(loadBalancerGroup, enforced, addresses));
  }

  /** The same of a database as RDS shows it now. */
  public static Admittance of(
      DatabaseFacts facts, String loadBalancerGroup, boolean enforced, List<String> addresses) {
    return new Admittance(
        facts.groupsOfMembers(), facts.ports(), sources(loadBalancerGroup, enforced, addresses));
  }

  private static List<String> sources(
      String loadBalancerGroup, boolean enforced, List<String> addresses) {
    List<String> sources = new ArrayList<>();
    sources.add(loadBalancerGroup);
    if (!enforced) {
      addresses.stream().sorted().map(address -> address + "/32").forEach(sources::add);
    }
    return List.copyOf(sources);
  }

  /** What has to be added, where nobody's rule lets it in. */
  public List<IngressRule> missing(Collection<RuleSeen> there) {
    return missing(there, there, Ingress::admits);
  }

  /**
   * What Drawbridge adds. Somebody's wider block lets addresses in as well, but he did not make it
   * for us and may narrow it: only a rule that names what we want is relied on.
   *
   * @param staying those that will be there still; a group keeps the rest of its own for us
   */
  public List<IngressRule> toAdd(Collection<RuleSeen> there, Collection<RuleSeen> staying) {
    return missing(there, staying, Ingress::names);
  }

  private List<IngressRule> missing(
      Collection<RuleSeen> there,
      Collection<RuleSeen> staying,
      BiPredicate<Collection<RuleSeen>, IngressRule> enough) {
    Set<IngressRule> missing = new LinkedHashSet<>();
    for (List<String> groups : groupsOfMembers) {
      for (int port : ports) {
        for (String source : sources) {
          if (groups.stream()
              .noneMatch(group -> enough.test(staying, new IngressRule(group, port, source)))) {
            missing.add(new IngressRule(place(groups, there), port, source));
          }
        }
      }
    }
    return List.copyOf(missing);
  }

  /** Whether the rule says just what one of these would say. */
  public boolean wants(RuleSeen found) {
    return groupsOfMembers.stream().anyMatch(groups -> groups.contains(found.securityGroupId()))
        && sources.contains(found.source())
        && ports.contains(found.fromPort())
        && found.says(new IngressRule(found.securityGroupId(), found.fromPort(), found.source()));
  }

  /** All groups of all members. */
  public Set<String> groupIds() {
    return groupsOfMembers.stream()
        .flatMap(List::stream)
        .collect(Collectors.toCollection(TreeSet::new));
  }

  /**
   * Where a rule for a member is put: beside one of ours, for a group that was attached since may
   * be many databases' own, and else into the first.
   */
  static String place(List<String> groups, Collection<RuleSeen> there) {
    return groups.stream()
        .filter(
            group ->
                there.stream()
                    .anyMatch(rule -> rule.ours() && rule.securityGroupId().equals(group)))
        .findFirst()
        .orElse(groups.getFirst());
  }

  /** Of each member the group that a rule would be put into. */
  public Set<String> places(Collection<RuleSeen> there) {
    return groupsOfMembers.stream()
        .map(groups -> place(groups, there))
        .collect(Collectors.toCollection(TreeSet::new));
  }
}
