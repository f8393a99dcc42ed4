package dev.drawbridge.simulator.ec2;

import dev.drawbridge.simulator.call.Caller;
import java.util.List;

/**
 * A VPC.
 *
 * @param id {@code vpc-} and 17 hexadecimal digits
 * @param owner the account and region
 * @param cidrs its IPv4 blocks, the primary one first
 */
public record VpcRecord(String id, Caller owner, List<String> cidrs) implements Row {
  /** Keeps a copy of the blocks. */
  public VpcRecord {
    cidrs = List.copyOf(cidrs);
  }

  boolean contains(String ip) {
    return cidrs.stream().map(Cidr::parse).anyMatch(block -> block.contains(ip));
  }
}
