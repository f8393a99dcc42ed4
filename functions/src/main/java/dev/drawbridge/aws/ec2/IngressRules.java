package dev.drawbridge.aws.ec2;

import dev.drawbridge.aws.Clients;
import dev.drawbridge.model.RuleSeen;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import software.amazon.awssdk.services.ec2.Ec2Client;

/** Whom security groups let in and out, whoever made the rules: what a check needs. */
public final class IngressRules {
  private final Ec2Client client;

  public IngressRules(Clients clients) {
    this.client = clients.ec2();
  }

  /** Rules of both directions; an outbound one names as its source where it lets go. */
  public record Both(List<RuleSeen> inbound, List<RuleSeen> outbound) {
    /** Keeps copies. */
    public Both {
      inbound = List.copyOf(inbound);
      outbound = List.copyOf(outbound);
    }
  }

  /**
   * All inbound rules of the groups. Calls: 1.
   *
   * @param databaseArn whose rules count as ours
   */
  public List<RuleSeen> of(Collection<String> groupIds, String databaseArn) {
    return both(groupIds, databaseArn).inbound();
  }

  /**
   * All rules of the groups. Calls: 1.
   *
   * @param databaseArn whose rules count as ours
   */
  public Both both(Collection<String> groupIds, String databaseArn) {
    if (groupIds.isEmpty()) {
      return new Both(List.of(), List.of());
    }
    Map<Boolean, List<RuleSeen>> all =
        client
            .describeSecurityGroupRulesPaginator(r -> r.filters(Filters.of("group-id", groupIds)))
            .securityGroupRules()
            .stream()
            .filter(rule -> groupIds.contains(rule.groupId()))
            .collect(
                Collectors.partitioningBy(
                    rule -> Boolean.TRUE.equals(rule.isEgress()),
                    Collectors.mapping(
                        rule -> SeenRules.of(rule, databaseArn), Collectors.toList())));
    return new Both(all.getOrDefault(false, List.of()), all.getOrDefault(true, List.of()));
  }
}
