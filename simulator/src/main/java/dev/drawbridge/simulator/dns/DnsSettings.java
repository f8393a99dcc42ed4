package dev.drawbridge.simulator.dns;

import dev.drawbridge.engine.time.Spread;
import java.time.Duration;

/**
 * How names are resolved.
 *
 * @param negativeTtl how long a resolver remembers that a name does not exist
 * @param lookup how long a question takes that no cache answers
 * @param longestTtl the cap that a resolver puts on any TTL
 */
public record DnsSettings(Duration negativeTtl, Spread lookup, Duration longestTtl) {

  /**
   * Negative answers: 5 s, UNCONFIRMED for {@code rds.amazonaws.com} (AWS's JDBC advice for fast
   * failover caps the client's own negative cache at 3 s, Aurora user guide, "Fast failover").
   * Lookup time: UNCONFIRMED, that of a resolver in the same VPC. Cap: none in practice.
   */
  public static DnsSettings published() {
    return new DnsSettings(
        Duration.ofSeconds(5),
        new Spread(Duration.ofMillis(1), Duration.ofMillis(2), Duration.ofMillis(20)),
        Duration.ofDays(1));
  }
}
