package dev.drawbridge.simulator.rds;

import static java.time.Duration.ofSeconds;

import dev.drawbridge.engine.evidence.Published;
import dev.drawbridge.engine.evidence.Unconfirmed;
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
 * @param nameTtl the time to live of all RDS names
 * @param events how events reach EventBridge
 * @param eventRetention how long DescribeEvents shows an event
 */
public record RdsSettings(
    @Published(
            "\"typically restored in less than 60 seconds, and often less than 30\" (Aurora user"
                + " guide, High availability for Amazon Aurora); five measured took 10 to 16 s"
                + " (zatoima.github.io, aws-aurora-failover-time-test)")
        FailoverSettings aurora,
    @Published(
            "\"typically under 35 seconds\" (RDS user guide, Failing over a Multi-AZ DB cluster)")
        FailoverSettings multiAzCluster,
    @Published("60 to 120 s (RDS user guide, Failing over a Multi-AZ DB instance)")
        FailoverSettings multiAzInstance,
    InstanceDelays instances,
    @Published("5 s (AWS database blog on Aurora availability)") Duration nameTtl,
    @Published(
            "near real time, best effort, without order (Aurora user guide, Monitoring Amazon"
                + " Aurora events)")
        @Unconfirmed("the delay itself, and that RDS tries again")
        DeliverySettings events,
    @Published("14 days (API model, DescribeEvents)") Duration eventRetention) {
  private static final Duration LEAST_TTL = ofSeconds(1);

  /** What AWS and others publish. */
  public static RdsSettings published() {
    return new RdsSettings(
        FailoverSettings.of(seconds(3, 5, 10), seconds(7, 10, 25)).readersAway(seconds(1, 3, 10)),
        FailoverSettings.of(seconds(3, 5, 10), seconds(10, 18, 25)),
        FailoverSettings.of(seconds(10, 20, 30), seconds(40, 55, 90)),
        InstanceDelays.published(),
        ofSeconds(5),
        DeliverySettings.faithful(seconds(1, 3, 20), List.of(ofSeconds(1), ofSeconds(10))),
        Duration.ofDays(14));
  }

  /** The same with other delivery of events. */
  public RdsSettings events(DeliverySettings value) {
    return new RdsSettings(
        aurora, multiAzCluster, multiAzInstance, instances, nameTtl, value, eventRetention);
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
        ofAurora, ofCluster, ofInstance, instances, nameTtl, events, eventRetention);
  }

  /** The same with all failovers, changes and events so many times faster, and names as well. */
  public RdsSettings dividedBy(long divisor) {
    return new RdsSettings(
        aurora.dividedBy(divisor),
        multiAzCluster.dividedBy(divisor),
        multiAzInstance.dividedBy(divisor),
        instances.dividedBy(divisor),
        longerThanASecond(nameTtl.dividedBy(divisor)),
        events.dividedBy(divisor),
        eventRetention);
  }

  /** DNS counts in seconds: a shorter time would be no time at all. */
  private static Duration longerThanASecond(Duration ttl) {
    return ttl.compareTo(LEAST_TTL) < 0 ? LEAST_TTL : ttl;
  }

  private static Spread seconds(long least, long usual, long most) {
    return new Spread(ofSeconds(least), ofSeconds(usual), ofSeconds(most));
  }
}
