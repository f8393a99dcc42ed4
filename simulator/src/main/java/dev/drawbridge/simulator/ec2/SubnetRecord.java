package dev.drawbridge.simulator.ec2;

import dev.drawbridge.simulator.call.Caller;

/**
 * A subnet.
 *
 * @param id {@code subnet-} and 17 hexadecimal digits
 * @param owner the account and region
 * @param vpcId its VPC
 * @param cidr its IPv4 block; empty for one that has IPv6 addresses only
 * @param ipv6 its IPv6 block; empty for one that has IPv4 addresses only
 * @param zone its availability zone as the owner names it
 */
public record SubnetRecord(
    String id, Caller owner, String vpcId, String cidr, String ipv6, Zone zone) implements Row {

  /** Whether an address is one of the IPv4 block's. */
  public boolean contains(String address) {
    return hasIpv4() && Cidr.parse(cidr).contains(address);
  }

  /** Whether it has an IPv4 block: else it is IPv6-only, {@code ipv6Native} in EC2's words. */
  public boolean hasIpv4() {
    return !cidr.isEmpty();
  }

  /** How many IPv4 addresses its block has. */
  long size() {
    return hasIpv4() ? Cidr.parse(cidr).size() : 0;
  }
}
