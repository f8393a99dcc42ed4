package dev.drawbridge.exposure;

import dev.drawbridge.model.Database;
import dev.drawbridge.model.DatabaseFacts;
import dev.drawbridge.model.IngressRule;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;

/**
 * The rules that let the load balancer reach the database.
 *
 * <p>Its security group always: health checks match it. With enforcement off, PrivateLink traffic
 * matches no group reference and comes from the load balancer's private addresses, so these are
 * admitted one by one. Source: "Register targets", section "Target security groups".
 */
public final class Admittance {
  private Admittance() {}

  /** The rules that must be there. */
  public static List<IngressRule> rules(
      Database database, String loadBalancerGroup, boolean enforced, List<String> addresses) {
    return rules(
        database.securityGroupIds(),
        DatabaseFacts.ports(database.port(), database.members()),
        loadBalancerGroup,
        enforced,
        addresses);
  }

  /** The same of a database as RDS shows it now. */
  public static List<IngressRule> rules(
      DatabaseFacts facts, String loadBalancerGroup, boolean enforced, List<String> addresses) {
    return rules(facts.securityGroupIds(), facts.ports(), loadBalancerGroup, enforced, addresses);
  }

  private static List<IngressRule> rules(
      List<String> groups,
      SortedSet<Integer> ports,
      String loadBalancerGroup,
      boolean enforced,
      List<String> addresses) {
    List<String> sources = new ArrayList<>();
    sources.add(loadBalancerGroup);
    if (!enforced) {
      addresses.stream().sorted().map(address -> address + "/32").forEach(sources::add);
    }
    List<IngressRule> rules = new ArrayList<>();
    for (String group : new TreeSet<>(groups)) {
      for (int port : ports) {
        sources.forEach(source -> rules.add(new IngressRule(group, port, source)));
      }
    }
    return List.copyOf(rules);
  }
}
