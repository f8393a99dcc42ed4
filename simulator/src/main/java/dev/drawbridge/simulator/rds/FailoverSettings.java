package dev.drawbridge.simulator.rds;

import dev.drawbridge.engine.time.Spread;

/**
 * The phases of a failover. The API's and DNS's lags count from the promotion and do not depend on
 * each other: either may tell the truth first.
 *
 * @param detect from a crash until RDS acts; an ordered failover skips it
 * @param promote from the old writer's end until the new one accepts writes
 * @param apiLag from the promotion until the API shows it
 * @param dnsLag from the promotion until the names lead to it; clients' caches come on top
 * @param completedLag from the promotion until the "completed" event
 * @param topologyLag from the DNS change until the event about it
 * @param oldWriterReturn from the promotion until the old writer is back as a reader or standby
 * @param readersAway how long the cluster's other readers refuse connections when it begins; not at
 *     all if zero
 */
public record FailoverSettings(
    Spread detect,
    Spread promote,
    Spread apiLag,
    Spread dnsLag,
    Spread completedLag,
    Spread topologyLag,
    Spread oldWriterReturn,
    Spread readersAway) {

  /** The same with another lag of DNS. */
  public FailoverSettings dnsLag(Spread value) {
    return new FailoverSettings(
        detect, promote, apiLag, value, completedLag, topologyLag, oldWriterReturn, readersAway);
  }

  /** The same with readers that are away for another time, or stay where that is zero. */
  public FailoverSettings readersAway(Spread value) {
    return new FailoverSettings(
        detect, promote, apiLag, dnsLag, completedLag, topologyLag, oldWriterReturn, value);
  }

  /** The same, so many times faster. */
  public FailoverSettings dividedBy(long divisor) {
    return new FailoverSettings(
        detect.dividedBy(divisor),
        promote.dividedBy(divisor),
        apiLag.dividedBy(divisor),
        dnsLag.dividedBy(divisor),
        completedLag.dividedBy(divisor),
        topologyLag.dividedBy(divisor),
        oldWriterReturn.dividedBy(divisor),
        readersAway.dividedBy(divisor));
  }
}
