package dev.drawbridge.model;

/**
 * Who may reach a TCP port.
 *
 * @param source a security group's id, or an IPv4 block
 */
public record IngressRule(String securityGroupId, int port, String source) {

  /** Whether the source is a group. */
  public boolean fromGroup() {
    return source.startsWith("sg-");
  }

  @Override
  public String toString() {
    return "TCP %d from %s into %s".formatted(port, source, securityGroupId);
  }
}
