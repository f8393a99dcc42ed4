package dev.drawbridge.plan;

import dev.drawbridge.model.IngressRule;
import dev.drawbridge.model.RuleSeen;
import java.util.Collection;

/** Who is let in by security group rules, whoever made them. */
public final class Ingress {
  private Ingress() {}

  /** Whether one of these rules lets in whom the other is to let in. */
  public static boolean admits(Collection<RuleSeen> there, IngressRule wanted) {
    return there.stream().anyMatch(found -> lets(found, wanted));
  }

  /** Whether one of these rules names just him, at that port or at more. */
  public static boolean names(Collection<RuleSeen> there, IngressRule wanted) {
    return there.stream()
        .anyMatch(found -> lets(found, wanted) && found.source().equals(wanted.source()));
  }

  private static boolean lets(RuleSeen found, IngressRule wanted) {
    boolean source =
        wanted.fromGroup()
            ? wanted.source().equals(found.source())
            : found.ofAddresses() && Ipv4.contains(found.source(), address(wanted));
    return found.securityGroupId().equals(wanted.securityGroupId())
        && found.passes(wanted.port(), wanted.port())
        && source;
  }

  /** Without the length: our rules are of single addresses. */
  private static String address(IngressRule wanted) {
    return wanted.source().substring(0, wanted.source().indexOf('/'));
  }
}
