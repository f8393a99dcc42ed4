package dev.drawbridge.simulator.rds;

import static java.time.Duration.ofMillis;
import static java.time.Duration.ofMinutes;
import static java.time.Duration.ofSeconds;

import dev.drawbridge.engine.time.Spread;
import dev.drawbridge.simulator.delivery.DeliverySettings;
import java.time.Duration;
import java.util.List;

/**
 * The delays and limits of RDS.
 *
 * @param aurora failover of an Aurora cluster with a reader
 * @param multiAzCluster failover of a Multi-AZ DB cluster
 * @param multiAzInstance failover of a Multi-AZ DB instance to its standby
 * @param lonelyRecovery how long a writer without reader or standby is gone after a crash
 * @param nameTtl the time to live of all RDS names
 * @param create from CreateDBInstance to {@code available}
 * @param delete from DeleteDBInstance until it is gone
 * @param restart how long a stopped or rebooted server takes to serve again
 * @param switchover from the start of a blue/green switchover until the names have moved
 * @param events how events reach EventBridge
 * @param eventRetention how long DescribeEvents shows an event
 */
public record RdsSettings(
    FailoverSettings aurora,
    FailoverSettings multiAzCluster,
    FailoverSettings multiAzInstance,
    Spread lonelyRecovery,
    Duration nameTtl,
    Spread create,
    Spread delete,
    Spread restart,
    Spread switchover,
    DeliverySettings events,
    Duration eventRetention) {

  private static final Duration LEAST_TTL = Duration.ofSeconds(1);

  /**
   * What AWS and others publish.
   *
   * <ul>
   *   <li>Aurora: service is "typically restored in less than 60 seconds, and often less than 30"
   *       (Aurora user guide, "High availability for Amazon Aurora"); five measured failovers took
   *       10 to 16 s (zatoima.github.io, aws-aurora-failover-time-test). Without a reader
   *       "typically less than 10 minutes" (same guide).
   *   <li>Aurora's readers: "when failover is triggered, all nodes become unavailable for a short
   *       time" (aws-advanced-jdbc-wrapper, failover configuration guide); for how long is
   *       UNCONFIRMED.
   *   <li>Multi-AZ DB cluster: "typically under 35 seconds" (RDS user guide, "Failing over a
   *       Multi-AZ DB cluster"). Multi-AZ instance: 60 to 120 s (RDS user guide, "Failing over a
   *       Multi-AZ DB instance").
   *   <li>TTL: 5 s (AWS database blog on Aurora availability).
   *   <li>How the phases share these totals, the lags of API, DNS and events, and the times of
   *       creation, deletion, restart and switchover (AWS: "typically under a minute"):
   *       UNCONFIRMED.
   *   <li>Events: near real time, best effort, without order (Aurora user guide, "Monitoring Amazon
   *       Aurora events"); kept 14 days (API model, DescribeEvents).
   * </ul>
   */
  public static RdsSettings published() {
    return new RdsSettings(
        phases(seconds(3, 5, 10), seconds(7, 10, 25)).readersAway(seconds(1, 3, 10)),
        phases(seconds(3, 5, 10), seconds(10, 18, 25)),
        phases(seconds(10, 20, 30), seconds(40, 55, 90)),
        new Spread(ofMinutes(1), ofMinutes(4), ofMinutes(10)),
        ofSeconds(5),
        new Spread(ofMinutes(4), ofMinutes(6), ofMinutes(12)),
        new Spread(ofMinutes(2), ofMinutes(4), ofMinutes(8)),
        seconds(10, 30, 120),
        seconds(20, 35, 60),
        DeliverySettings.faithful(seconds(1, 3, 20), List.of(ofSeconds(1), ofSeconds(10))),
        Duration.ofDays(14));
  }

  /** The same with other delivery of events. */
  public RdsSettings events(DeliverySettings value) {
    return new RdsSettings(
        aurora,
        multiAzCluster,
        multiAzInstance,
        lonelyRecovery,
        nameTtl,
        create,
        delete,
        restart,
        switchover,
        value,
        eventRetention);
  }

  /** The same with other phases of failovers of Aurora clusters. */
  public RdsSettings aurora(FailoverSettings value) {
    return failovers(value, multiAzCluster, multiAzInstance);
  }

  /** The same with other phases of failovers of Multi-AZ instances. */
  public RdsSettings multiAzInstance(FailoverSettings value) {
    return failovers(aurora, multiAzCluster, value);
  }

  /** The same with other phases of failovers, for all topologies. */
  public RdsSettings failovers(FailoverSettings value) {
    return failovers(value, value, value);
  }

  /** The same with names that lag behind by so much, in failovers of all topologies. */
  public RdsSettings namesLagging(Spread lag) {
    return failovers(aurora.dnsLag(lag), multiAzCluster.dnsLag(lag), multiAzInstance.dnsLag(lag));
  }

  private RdsSettings failovers(
      FailoverSettings ofAurora, FailoverSettings ofCluster, FailoverSettings ofInstance) {
    return new RdsSettings(
        ofAurora,
        ofCluster,
        ofInstance,
        lonelyRecovery,
        nameTtl,
        create,
        delete,
        restart,
        switchover,
        events,
        eventRetention);
  }

  /** The same with all failovers, changes and events so many times faster, TTL included. */
  public RdsSettings dividedBy(long divisor) {
    return new RdsSettings(
        aurora.dividedBy(divisor),
        multiAzCluster.dividedBy(divisor),
        multiAzInstance.dividedBy(divisor),
        lonelyRecovery.dividedBy(divisor),
        longerThanASecond(nameTtl.dividedBy(divisor)),
        create.dividedBy(divisor),
        delete.dividedBy(divisor),
        restart.dividedBy(divisor),
        switchover.dividedBy(divisor),
        events.dividedBy(divisor),
        eventRetention);
  }

  /** DNS counts in seconds: a shorter time would be no time at all. */
  private static Duration longerThanASecond(Duration ttl) {
    return ttl.compareTo(LEAST_TTL) < 0 ? LEAST_TTL : ttl;
  }

  private static FailoverSettings phases(Spread detect, Spread promote) {
    return new FailoverSettings(
        detect,
        promote,
        new Spread(ofMillis(200), ofSeconds(1), ofSeconds(8)),
        new Spread(ofMillis(500), ofSeconds(2), ofSeconds(10)),
        seconds(1, 5, 20),
        seconds(1, 3, 15),
        seconds(10, 30, 120),
        Spread.exactly(Duration.ZERO));
  }

  private static Spread seconds(long least, long usual, long most) {
    return new Spread(ofSeconds(least), ofSeconds(usual), ofSeconds(most));
  }
}
