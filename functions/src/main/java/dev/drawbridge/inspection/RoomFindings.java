package dev.drawbridge.inspection;

import dev.drawbridge.model.RuleSeen;
import dev.drawbridge.plan.Quotas;
import dev.drawbridge.plan.RulesTaken;
import java.util.Collection;
import java.util.List;
import java.util.Set;

/** Whether the security groups that rules of ours are put into have room for more. */
final class RoomFindings {
  private RoomFindings() {}

  /** Of groups whose figures {@code full} takes for full. */
  static List<Finding> of(
      Set<String> groups, Collection<RuleSeen> rules, Quotas quotas, Quotas.Full full) {
    int quota = quotas.rulesPerSecurityGroup();
    return groups.stream()
        .filter(group -> full.test(RulesTaken.of(group, rules).most(), quota))
        .map(group -> full(group, RulesTaken.of(group, rules), quota))
        .toList();
  }

  private static Finding full(String group, RulesTaken taken, int quota) {
    boolean exact = taken.unknown().isEmpty();
    return Finding.of(
        Kind.RULES_NEARLY_FULL,
        group,
        "security group %s has %s%d ingress rules of %d%s%s; ask for a higher quota and tell the installation (setting quotas), or clear some away"
            .formatted(
                group,
                exact ? "" : "at least ",
                taken.most(),
                quota,
                taken.ipv6() > taken.ipv4() ? " for IPv6" : "",
                exact ? "" : " (%s)".formatted(taken.unknown())));
  }
}
