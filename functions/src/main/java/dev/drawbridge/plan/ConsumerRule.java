package dev.drawbridge.plan;

import dev.drawbridge.model.RuleSeen;

/**
 * A block of addresses that reaches TCP ports of a load balancer.
 *
 * @param cidr an IPv4 block
 */
public record ConsumerRule(PortRange ports, String cidr) {
  /** Whether the rule of a security group says just this. */
  public boolean isSaidBy(RuleSeen found) {
    return found.ofTcp()
        && ports.equals(new PortRange(found.fromPort(), found.toPort()))
        && cidr.equals(found.source());
  }

  /** Whether it lets all of them in, and maybe others. */
  public boolean isLetInBy(RuleSeen found) {
    return found.passes(ports.from(), ports.to())
        && found.ofAddresses()
        && Ipv4.within(cidr, found.source());
  }

  /** Whether it lets nobody in beyond them. */
  public boolean covers(RuleSeen found) {
    return found.ofTcp()
        && ports.from() <= found.fromPort()
        && found.toPort() <= ports.to()
        && found.ofAddresses()
        && Ipv4.within(found.source(), cidr);
  }
}
