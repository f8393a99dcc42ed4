package dev.drawbridge.simulator.ec2;

import dev.drawbridge.simulator.call.Caller;
import java.util.List;

/**
 * A customer-managed prefix list of IPv4 blocks.
 *
 * @param id {@code pl-} and 17 hexadecimal digits
 * @param owner the account and region
 * @param maxEntries how many it may have: so many rules one that names it counts as
 * @param cidrs those it has
 */
public record PrefixListRecord(String id, Caller owner, int maxEntries, List<String> cidrs)
    implements Row {
  /** Keeps a copy. */
  public PrefixListRecord {
    cidrs = List.copyOf(cidrs);
  }
}
