package dev.drawbridge.exposure;

import dev.drawbridge.model.Database;
import dev.drawbridge.model.DatabaseFacts;
import dev.drawbridge.model.RuleSeen;
import dev.drawbridge.plan.ConsumerRule;
import dev.drawbridge.plan.Quotas;
import dev.drawbridge.plan.Quotas.Demand;
import dev.drawbridge.plan.RulesTaken;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;

/** What building a path takes of each quota. */
final class QuotaDemands {
  private QuotaDemands() {}

  /**
   * The rules that let the load balancer into the database's groups: for each port one for its
   * group, which counts in IPv6 too, and with enforcement off one for each of its addresses.
   *
   * @param addresses of the load balancer that rules name; none with enforcement on
   * @param own the load balancer's group; empty before it is made
   */
  static List<Demand> admission(
      Database database, int addresses, String own, List<RuleSeen> taken, Quotas quotas) {
    int ports = DatabaseFacts.ports(database.port(), database.members()).size();
    Map<String, Needed> needed = new TreeMap<>();
    for (List<String> groups : database.groupsOfMembers()) {
      List<RuleSeen> standing = standing(groups, own, taken);
      int references =
          Math.toIntExact(standing.stream().filter(rule -> !rule.ofAddresses()).count());
      needed.merge(
          Admittance.place(groups, taken),
          new Needed(
              Math.max(0, (1 + addresses) * ports - standing.size()),
              Math.max(0, ports - references)),
          Needed::most);
    }
    return needed.entrySet().stream()
        .flatMap(
            each ->
                each.getValue().demands(each.getKey(), RulesTaken.of(each.getKey(), taken), quotas))
        .toList();
  }

  /** In the groups of one member: what lets the load balancer in already. */
  private static List<RuleSeen> standing(List<String> groups, String own, List<RuleSeen> taken) {
    return taken.stream()
        .filter(rule -> groups.contains(rule.securityGroupId()))
        .filter(rule -> rule.ofTcp() && (rule.ours() || rule.source().equals(own)))
        .toList();
  }

  /** How many rules have to be added to one group. */
  private record Needed(int ipv4, int ipv6) {
    Needed most(Needed other) {
      return new Needed(Math.max(ipv4, other.ipv4), Math.max(ipv6, other.ipv6));
    }

    Stream<Demand> demands(String group, RulesTaken taken, Quotas quotas) {
      String what = "inbound rules of the database's security group " + group;
      int quota = quotas.rulesPerSecurityGroup();
      return Stream.of(
          new Demand(what, taken.ipv4(), ipv4, quota, taken.unknown()),
          new Demand(what + " for IPv6", taken.ipv6(), ipv6, quota, taken.unknown()));
    }
  }

  /** The rules that let consumers into the load balancer's own group. */
  static Demand consumers(
      String group, Set<ConsumerRule> wanted, List<RuleSeen> there, Quotas quotas) {
    RulesTaken taken = RulesTaken.of(group, there);
    long missing =
        wanted.stream()
            .filter(
                rule ->
                    there.stream()
                        .filter(found -> found.securityGroupId().equals(group))
                        .noneMatch(rule::isSaidBy))
            .count();
    return new Demand(
        "inbound rules of the load balancer's security group",
        taken.ipv4(),
        Math.toIntExact(missing),
        quotas.rulesPerSecurityGroup(),
        taken.unknown());
  }

  /** Each instance once for reads, one of them again for writes, and each at its own port. */
  static Demand targets(Database database, int instancePorts, Quotas quotas) {
    return new Demand(
        "targets of the load balancer",
        0,
        database.members().size() + 1 + instancePorts,
        quotas.targetsPerLoadBalancer());
  }
}
