package dev.drawbridge.model;

/**
 * A security group rule as EC2 shows it. The one place that says what such a rule admits: findings
 * and workers both ask it.
 *
 * @param protocol {@code tcp}, {@code udp}, {@code icmp}, {@code icmpv6} or a number; {@code -1}
 *     for all (API model, SecurityGroupRule)
 * @param fromPort of ICMP it is a type, and {@code toPort} a code; -1 where EC2 shows none
 * @param source a security group's id, an IPv4 or IPv6 block, or a prefix list's id; the empty text
 *     if EC2 shows none of them
 * @param ours whether its tags say that it is ours and this database's
 */
public record RuleSeen(
    String securityGroupId,
    String protocol,
    int fromPort,
    int toPort,
    String source,
    boolean ours) {
  private static final String ALL_PROTOCOLS = "-1";

  /** Whether TCP gets through to all of these ports, whoever comes. */
  public boolean passes(int from, int to) {
    return protocol.equals(ALL_PROTOCOLS) || (ofTcp() && fromPort <= from && to <= toPort);
  }

  /** Whether it is of TCP alone; its ports are ports then. */
  public boolean ofTcp() {
    return protocol.equals("tcp") || protocol.equals("6");
  }

  /** Whether it says just this, and not more. */
  public boolean says(IngressRule rule) {
    return securityGroupId.equals(rule.securityGroupId())
        && ofTcp()
        && fromPort == rule.port()
        && toPort == rule.port()
        && source.equals(rule.source());
  }

  /** Whether it is about IPv4 addresses. */
  public boolean ofAddresses() {
    return source.contains("/") && !ofIpv6();
  }

  /** Whether it is about IPv6 addresses. */
  public boolean ofIpv6() {
    return source.contains(":");
  }

  /** Whether it is about a list of addresses that may change, of AWS's or of somebody's. */
  public boolean ofPrefixList() {
    return source.startsWith("pl-");
  }
}
