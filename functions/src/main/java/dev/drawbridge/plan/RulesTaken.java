package dev.drawbridge.plan;

import dev.drawbridge.model.RuleSeen;
import java.util.Collection;
import java.util.List;

/**
 * How much of its quota of inbound rules a security group has used. AWS counts IPv4 and IPv6 apart,
 * and a reference to a group in both ("Amazon VPC quotas", VPC user guide). A prefix list counts as
 * many as it may have entries, or by its weight if it is AWS's ("Security group rules", section
 * "Security group size"); only {@code DescribeManagedPrefixLists} tells how many, which no role of
 * ours may call. So it counts as one in both here, the least that Service Quotas names for it, and
 * the figures are at least.
 *
 * @param prefixLists how many rules are about one
 */
public record RulesTaken(int ipv4, int ipv6, int prefixLists) {
  /** That of the rules that stand in the group. */
  public static RulesTaken of(String groupId, Collection<RuleSeen> rules) {
    List<RuleSeen> inIt =
        rules.stream().filter(rule -> rule.securityGroupId().equals(groupId)).toList();
    long four = inIt.stream().filter(RuleSeen::ofAddresses).count();
    long six = inIt.stream().filter(RuleSeen::ofIpv6).count();
    long lists = inIt.stream().filter(RuleSeen::ofPrefixList).count();
    return new RulesTaken(
        Math.toIntExact(inIt.size() - six),
        Math.toIntExact(inIt.size() - four),
        Math.toIntExact(lists));
  }

  /** That of the family that has less room left. */
  public int most() {
    return Math.max(ipv4, ipv6);
  }

  /** What makes the figures lower bounds, for people; empty if they are exact. */
  public String unknown() {
    return prefixLists == 0
        ? ""
        : "%d of them name a prefix list, which AWS counts with as many entries as it may have"
            .formatted(prefixLists);
  }
}
