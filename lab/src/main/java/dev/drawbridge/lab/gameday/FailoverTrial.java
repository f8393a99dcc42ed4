package dev.drawbridge.lab.gameday;

import dev.drawbridge.lab.bench.PublishedFailover;
import dev.drawbridge.lab.demo.OutageTable;
import dev.drawbridge.lab.failover.Milestones;
import dev.drawbridge.lab.failover.OutageParts;
import dev.drawbridge.lab.process.LabException;
import dev.drawbridge.runtime.NameResolver;
import dev.drawbridge.workflows.StateMachine;
import java.time.Duration;
import java.time.Instant;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Supplier;
import software.amazon.awssdk.services.rds.model.Event;
import software.amazon.awssdk.services.rds.model.SourceType;

/**
 * Fails a cluster over that is meant for it, and watches.
 *
 * @param probe through the path, if there is one
 */
record FailoverTrial(
    AwsAccount provider, Watch watch, NameResolver names, Optional<WriteProbe> probe) {
  /** RDS dates its events by its own clock, and to the second. */
  private static final Duration SLACK = Duration.ofSeconds(1);

  /**
   * Does it.
   *
   * @return the demo's table
   * @throws LabException if the cluster must not be failed over
   */
  String run(
      String identifier,
      Balancer balancer,
      Measurements measurements,
      Supplier<PublishedFailover> published) {
    ClusterSeen before = ClusterSeen.of(provider.clients().rds(), identifier);
    before.requireMeantForIt();
    String group =
        balancer
            .writerGroup()
            .orElseThrow(
                () -> new LabException(identifier + " has no writer's group: it is not exposed"));
    String writer =
        before
            .writer()
            .orElseThrow(() -> new LabException("the RDS API names no writer of " + identifier));
    Instant begun = watch.now();
    FailoverLook look =
        new FailoverLook(
            writer, names.addresses(before.endpoint()), balancer.targets(group).keySet(), begun);
    try (WriteWatch writes = new WriteWatch(probe, watch)) {
      provider.clients().rds().failoverDBCluster(r -> r.dbClusterIdentifier(identifier));
      watch.until("the end of the failover", () -> over(look, identifier, balancer, group, writes));
      return report(look, writes, before, begun, measurements, published);
    }
  }

  private boolean over(
      FailoverLook look, String identifier, Balancer balancer, String group, WriteWatch writes) {
    ClusterSeen cluster = ClusterSeen.of(provider.clients().rds(), identifier);
    look.look(watch.now(), cluster, names, balancer.targets(group));
    return look.complete() && (probe.isEmpty() || writes.log(WriteLog::writesAgain).isPresent());
  }

  private String report(
      FailoverLook look,
      WriteWatch writes,
      ClusterSeen cluster,
      Instant begun,
      Measurements measurements,
      Supplier<PublishedFailover> published) {
    Optional<Instant> completed = completed(cluster, begun);
    Optional<Instant> started =
        new Machines(provider.clients().states()).firstStart(StateMachine.REFRESH, begun);
    Milestones seen = look.milestones(completed, started);
    measure(look, cluster, seen, completed, measurements);
    Optional<Instant> again = writes.log(WriteLog::writesAgain).or(look::healthy);
    return OutageTable.of(
            "by this run",
            writes.log(WriteLog::outage),
            again.flatMap(at -> OutageParts.of(seen, at)),
            published.get())
        .text();
  }

  /** What RDS's event of the failover's end is dated. */
  private Optional<Instant> completed(ClusterSeen cluster, Instant begun) {
    return provider
        .clients()
        .rds()
        .describeEventsPaginator(
            r ->
                r.sourceType(SourceType.DB_CLUSTER)
                    .sourceIdentifier(cluster.identifier())
                    .startTime(begun.minus(SLACK)))
        .events()
        .stream()
        .filter(event -> event.message().toLowerCase(Locale.ROOT).contains("completed"))
        .map(Event::date)
        .findFirst();
  }

  private static void measure(
      FailoverLook look,
      ClusterSeen cluster,
      Milestones seen,
      Optional<Instant> completed,
      Measurements measurements) {
    String kind = cluster.isAurora() ? "rds.aurora." : "rds.multiAzCluster.";
    Instant begun = seen.begun();
    Duration told = Duration.between(begun, seen.promoted().orElseThrow());
    measurements.atMost(
        kind + "detect",
        told,
        "from FailoverDBCluster to RDS's first word of it, promote included");
    measurements.atMost(
        kind + "promote",
        told,
        "from FailoverDBCluster to RDS's first word of it, detect included");
    measurements.atMost(
        kind + "apiLag",
        Duration.between(begun, look.shown().orElseThrow()),
        "from FailoverDBCluster to the new writer in DescribeDBClusters, the promotion included");
    look.named()
        .ifPresent(
            name ->
                measurements.atMost(
                    kind + "dnsLag",
                    Duration.between(begun, name),
                    "from FailoverDBCluster to the cluster's name, the promotion and caches included"));
    completed.ifPresent(
        event ->
            measurements.atMost(
                kind + "completedLag",
                Duration.between(begun, event),
                "from FailoverDBCluster to what the event of its end is dated, the promotion"
                    + " included"));
    seen.delivered()
        .ifPresent(
            run ->
                measurements.atMost(
                    "rds.events",
                    Duration.between(begun, run),
                    "from FailoverDBCluster to the first run of refresh-targets, events.delivery and"
                        + " the queue included"));
  }
}
