package dev.drawbridge.simulator.rds;

import static java.time.Duration.ofMillis;
import static java.time.Duration.ofSeconds;

import dev.drawbridge.engine.evidence.Unconfirmed;
import dev.drawbridge.engine.time.Spread;
import java.time.Duration;

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
    @Unconfirmed("how the phases share the published total") Spread detect,
    @Unconfirmed("how the phases share the published total") Spread promote,
    @Unconfirmed("no figure is published; the order of API, names and events varies") Spread apiLag,
    @Unconfirmed("no figure is published; the order of API, names and events varies") Spread dnsLag,
    @Unconfirmed("no figure is published") Spread completedLag,
    @Unconfirmed("no figure is published") Spread topologyLag,
    @Unconfirmed("no figure is published") Spread oldWriterReturn,
    @Unconfirmed(
            "\"when failover is triggered, all nodes become unavailable for a short time\""
                + " (aws-advanced-jdbc-wrapper, failover configuration guide, of Aurora); for how"
                + " long is not published")
        Spread readersAway) {

  /** A failover of these two phases, with the lags that all topologies have in common. */
  static FailoverSettings of(Spread detect, Spread promote) {
    return new FailoverSettings(
        detect,
        promote,
        new Spread(ofMillis(200), ofSeconds(1), ofSeconds(8)),
        new Spread(ofMillis(500), ofSeconds(2), ofSeconds(10)),
        new Spread(ofSeconds(1), ofSeconds(5), ofSeconds(20)),
        new Spread(ofSeconds(1), ofSeconds(3), ofSeconds(15)),
        new Spread(ofSeconds(10), ofSeconds(30), ofSeconds(120)),
        Spread.exactly(Duration.ZERO));
  }

  /** The same with another lag of DNS. */
  public FailoverSettings dnsLag(Spread value) {
    return new FailoverSettings(
        detect, promote, apiLag, value, completedLag, topologyLag, oldWriterReturn, readersAway);
  }

  /** The same with another lag of the API. */
  public FailoverSettings apiLag(Spread value) {
    return new FailoverSettings(
        detect, promote, value, dnsLag, completedLag, topologyLag, oldWriterReturn, readersAway);
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
