package dev.drawbridge.simulator.ec2;

import dev.drawbridge.simulator.call.Caller;

/**
 * A subnet.
 *
 * @param id {@code subnet-} and 17 hexadecimal digits
 * @param owner the account and region
 * @param vpcId its VPC
 * @param cidr its IPv4 block
 * @param zone its availability zone as the owner names it
 */
public record SubnetRecord(String id, Caller owner, String vpcId, String cidr, Zone zone)
    implements Row {

  /** Whether an address is one of the block's. */
  public boolean contains(String address) {
    return Cidr.parse(cidr).contains(address);
  }
}
