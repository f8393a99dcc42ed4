package dev.drawbridge.aws.ec2;

import dev.drawbridge.aws.Clients;
import dev.drawbridge.model.IngressRule;
import dev.drawbridge.plan.Ipv4;
import java.util.Collection;
import java.util.Set;
import java.util.stream.Collectors;
import software.amazon.awssdk.services.ec2.Ec2Client;
import software.amazon.awssdk.services.ec2.model.Filter;
import software.amazon.awssdk.services.ec2.model.SecurityGroupRule;

/** Who is let in by security groups, whoever made the rules: what a check needs. */
public final class IngressRules {
  private static final String ALL_PROTOCOLS = "-1";

  private final Ec2Client client;

  public IngressRules(Clients clients) {
    this.client = clients.ec2();
  }

  /** Those of {@code wanted} that no rule lets in. */
  public Set<IngressRule> missing(Collection<IngressRule> wanted) {
    Set<String> groups =
        wanted.stream().map(IngressRule::securityGroupId).collect(Collectors.toSet());
    Filter ofGroups = Filter.builder().name("group-id").values(groups).build();
    Set<SecurityGroupRule> there =
        client
            .describeSecurityGroupRulesPaginator(r -> r.filters(ofGroups))
            .securityGroupRules()
            .stream()
            .filter(rule -> !rule.isEgress())
            .collect(Collectors.toSet());
    return wanted.stream()
        .filter(rule -> there.stream().noneMatch(found -> lets(found, rule)))
        .collect(Collectors.toSet());
  }

  private static boolean lets(SecurityGroupRule found, IngressRule wanted) {
    boolean source =
        wanted.fromGroup()
            ? found.referencedGroupInfo() != null
                && wanted.source().equals(found.referencedGroupInfo().groupId())
            : found.cidrIpv4() != null && Ipv4.contains(found.cidrIpv4(), address(wanted));
    boolean port =
        ALL_PROTOCOLS.equals(found.ipProtocol())
            || (found.fromPort() <= wanted.port() && wanted.port() <= found.toPort());
    return found.groupId().equals(wanted.securityGroupId()) && source && port;
  }

  /** Without the length: our rules are of single addresses. */
  private static String address(IngressRule wanted) {
    return wanted.source().substring(0, wanted.source().indexOf('/'));
  }
}
