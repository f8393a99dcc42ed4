package dev.drawbridge.exposure;

import dev.drawbridge.model.Database;
import dev.drawbridge.model.Member;
import dev.drawbridge.plan.ConsumerRule;
import dev.drawbridge.plan.InboundRule;
import dev.drawbridge.plan.Ownership;
import dev.drawbridge.plan.Quotas;
import dev.drawbridge.plan.Quotas.Demand;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;

/** What building a path takes of each quota. */
final class QuotaDemands {
  private QuotaDemands() {}

  /**
   * The rules that let the load balancer into the database's groups: for each port one for its
   * group, and with enforcement off one for each of its addresses.
   *
   * @param addresses of the load balancer that rules name; none with enforcement on
   */
  static List<Demand> admission(
      Database database, int addresses, List<InboundRule> taken, Quotas quotas) {
    int sources = 1 + addresses;
    long ports = Stream.concat(Stream.of(database.port()), ports(database)).distinct().count();
    int wanted = Math.toIntExact(sources * ports);
    return new TreeSet<>(database.securityGroupIds())
        .stream()
            .map(
                group ->
                    new Demand(
                        "inbound rules of the database's security group " + group,
                        used(taken, group),
                        Math.max(0, wanted - ours(taken, group, database.arn())),
                        quotas.rulesPerSecurityGroup()))
            .toList();
  }

  /** The rules that let consumers into the load balancer's own group. */
  static Demand consumers(
      String group, Set<ConsumerRule> wanted, List<InboundRule> taken, Quotas quotas) {
    long missing = wanted.stream().filter(rule -> !stands(rule, group, taken)).count();
    return new Demand(
        "inbound rules of the load balancer's security group",
        used(taken, group),
        Math.toIntExact(missing),
        quotas.rulesPerSecurityGroup());
  }

  /** Each instance once for reads, one of them again for writes, and each at its own port. */
  static Demand targets(Database database, int instancePorts, Quotas quotas) {
    return new Demand(
        "targets of the load balancer",
        0,
        database.members().size() + 1 + instancePorts,
        quotas.targetsPerLoadBalancer());
  }

  private static Stream<Integer> ports(Database database) {
    return database.members().stream().filter(Member::listens).map(Member::port);
  }

  private static int used(List<InboundRule> taken, String group) {
    return Math.toIntExact(taken.stream().filter(rule -> rule.groupId().equals(group)).count());
  }

  private static int ours(List<InboundRule> taken, String group, String databaseArn) {
    return Math.toIntExact(
        taken.stream()
            .filter(rule -> rule.groupId().equals(group))
            .filter(rule -> Ownership.owns(rule.tags(), databaseArn))
            .count());
  }

  private static boolean stands(ConsumerRule wanted, String group, List<InboundRule> taken) {
    return taken.stream()
        .filter(rule -> rule.groupId().equals(group))
        .filter(rule -> rule.cidr().filter(wanted.cidr()::equals).isPresent())
        .anyMatch(rule -> rule.ports().equals(wanted.ports()));
  }
}
