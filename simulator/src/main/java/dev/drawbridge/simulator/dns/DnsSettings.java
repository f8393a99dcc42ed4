package dev.drawbridge.simulator.dns;

import dev.drawbridge.engine.evidence.Unconfirmed;
import dev.drawbridge.engine.time.Spread;
import java.time.Duration;

/**
 * How names are resolved.
 *
 * @param negativeTtl how long a resolver remembers that a name does not exist
 * @param lookup how long a question takes that no cache answers
 * @param longestTtl the cap that a resolver puts on any TTL
 */
public record DnsSettings(
    @Unconfirmed(
            "of rds.amazonaws.com; AWS's advice for fast failover caps the client's own negative"
                + " cache at 3 s (Aurora user guide, Fast failover)")
        Duration negativeTtl,
    @Unconfirmed("that of a resolver in the same VPC; no figure is published") Spread lookup,
    @Unconfirmed("no cap in practice") Duration longestTtl) {

  /** Labelled assumptions: AWS publishes none of these. */
  public static DnsSettings published() {
    return new DnsSettings(
        Duration.ofSeconds(5),
        new Spread(Duration.ofMillis(1), Duration.ofMillis(2), Duration.ofMillis(20)),
        Duration.ofDays(1));
  }
}
