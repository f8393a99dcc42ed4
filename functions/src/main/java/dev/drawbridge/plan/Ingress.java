package dev.drawbridge.plan;

import dev.drawbridge.model.IngressRule;
import dev.drawbridge.model.RuleSeen;
import java.util.Collection;
import java.util.List;

/** Who is let in by security group rules, whoever made them. */
public final class Ingress {
  private static final String ALL_PROTOCOLS = "-1";
  private static final String TCP = "tcp";

  private Ingress() {}

  /** Those of {@code wanted} that no rule lets in. */
  public static List<IngressRule> missing(
      Collection<IngressRule> wanted, Collection<RuleSeen> there) {
    return wanted.stream()
        .filter(rule -> there.stream().noneMatch(found -> lets(found, rule)))
        .toList();
  }

  private static boolean lets(RuleSeen found, IngressRule wanted) {
    boolean port =
        ALL_PROTOCOLS.equals(found.protocol())
            || (TCP.equals(found.protocol())
                && found.fromPort() <= wanted.port()
                && wanted.port() <= found.toPort());
    boolean source =
        wanted.fromGroup()
            ? wanted.source().equals(found.source())
            : found.ofAddresses() && Ipv4.contains(found.source(), address(wanted));
    return found.securityGroupId().equals(wanted.securityGroupId()) && port && source;
  }

  /** Without the length: our rules are of single addresses. */
  private static String address(IngressRule wanted) {
    return wanted.source().substring(0, wanted.source().indexOf('/'));
  }
}
