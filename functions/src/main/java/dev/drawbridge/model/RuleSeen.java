package dev.drawbridge.model;

/**
 * An ingress rule as AWS shows it, for checks.
 *
 * @param protocol {@code tcp}, or {@code -1} for all
 * @param source a security group's id, an IPv4 block, or the empty text for anything else
 * @param ours whether its tags say that it is ours and this database's
 */
public record RuleSeen(
    String securityGroupId,
    String protocol,
    int fromPort,
    int toPort,
    String source,
    boolean ours) {
  /** Whether all of these ports are let through, whoever comes. */
  public boolean passes(int from, int to) {
    return protocol.equals("-1") || (fromPort <= from && to <= toPort);
  }

  /** Whether it is about addresses rather than about a group. */
  public boolean ofAddresses() {
    return source.contains("/");
  }
}
