package dev.drawbridge.simulator.rds;

import dev.drawbridge.simulator.operation.ServiceError;
import java.util.Comparator;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/** Failovers of Aurora clusters and Multi-AZ DB clusters. */
final class ClusterFailover {
  private static final String FAILING_OVER = "failing-over";
  private static final String REBOOTING = "rebooting";

  private final Map<DbId, Integer> runs = new HashMap<>();
  private final World world;
  private final RdsState state;

  ClusterFailover(World world) {
    this.world = world;
    this.state = world.state();
  }

  /**
   * An ordered failover.
   *
   * @throws ServiceError InvalidDBClusterStateFault: one is running, or there is no reader
   */
  void order(DbCluster cluster, Optional<String> target) {
    if (!cluster.status().equals(DbInstance.AVAILABLE)) {
      throw invalid(
          "DB cluster %s is in %s state".formatted(cluster.id().name(), cluster.status()));
    }
    Optional<DbInstance> to =
        target.isPresent()
            ? target
                .map(name -> state.instance(cluster.id().named(name)))
                .filter(i -> cluster.members().contains(i.id().name()))
                .filter(DbInstance::healthyReader)
            : choose(cluster);
    DbInstance promoted =
        to.orElseThrow(
            () ->
                invalid(
                    "Cannot failover DB cluster %s: no target DB instance is available"
                        .formatted(cluster.id().name())));
    begin(cluster, promoted);
  }

  /** The writer's server has died: RDS notices after a while. */
  void crashed(DbCluster cluster, DbInstance writer) {
    world.servers().stop(writer.id());
    world.events().instance(writer, "0004", "availability", "DB instance shutdown.");
    world.later(world.phases(cluster).detect(), () -> react(cluster.id(), writer));
  }

  private void react(DbId id, DbInstance writer) {
    Optional<DbCluster> cluster = state.findCluster(id).filter(c -> state.writer(c).isEmpty());
    if (cluster.isEmpty()) {
      restartAsReader(id, writer.id());
      return;
    }
    Optional<DbInstance> to = choose(cluster.get());
    if (to.isPresent()) {
      begin(cluster.get(), to.get());
    } else {
      world.later(world.settings().lonelyRecovery(), () -> recoverInPlace(cluster.get(), writer));
    }
  }

  private void recoverInPlace(DbCluster cluster, DbInstance writer) {
    if (state.writer(state.cluster(cluster.id())).isPresent()) {
      restartAsReader(cluster.id(), writer.id());
      return;
    }
    world.servers().start(writer.id(), true);
    world.events().instance(writer, "0006", "availability", "DB instance restarted.");
    world.membersChanged(cluster, writer);
  }

  /** Another has become the writer meanwhile: RDS restarts the dead server, which then reads. */
  private void restartAsReader(DbId cluster, DbId dead) {
    Optional<DbInstance> down =
        state
            .findInstance(dead)
            .filter(i -> !i.serving() && i.status().equals(DbInstance.AVAILABLE));
    down.ifPresent(
        i -> {
          world.servers().start(dead, false);
          world.events().instance(i, "0006", "availability", "DB instance restarted.");
          state.findCluster(cluster).ifPresent(c -> world.membersChanged(c, i));
        });
  }

  private void begin(DbCluster cluster, DbInstance to) {
    int run = runs.merge(cluster.id(), 1, Integer::sum);
    state.changeCluster(cluster.id(), c -> c.status(FAILING_OVER));
    Optional<DbInstance> from = from(cluster);
    boolean sameZone = from.map(f -> zone(f).equals(zone(to))).orElse(false);
    world
        .events()
        .cluster(
            cluster,
            sameZone ? "0072" : "0073",
            "failover",
            "Started %s failover to DB instance: %s"
                .formatted(sameZone ? "same AZ" : "cross AZ", to.id().name()));
    from.ifPresent(
        f -> {
          world.servers().stop(f.id());
          state.change(f.id(), i -> i.status(REBOOTING));
        });
    world.later(world.phases(cluster).promote(), () -> promote(cluster.id(), from, to.id(), run));
  }

  /** Who was the writer: the one that serves, or else the one that the API still shows. */
  private Optional<DbInstance> from(DbCluster cluster) {
    return state
        .writer(cluster)
        .or(
            () ->
                cluster
                    .shownWriter()
                    .flatMap(name -> state.findInstance(cluster.id().named(name))));
  }

  private void promote(DbId id, Optional<DbInstance> from, DbId to, int run) {
    Optional<DbCluster> found = state.findCluster(id).filter(c -> runs.getOrDefault(id, 0) == run);
    if (found.isEmpty()) {
      return;
    }
    DbCluster cluster = found.get();
    if (state.findInstance(to).filter(DbInstance::serving).isEmpty()) {
      world.events().cluster(cluster, "0069", "failover", "Cluster failover failed.");
      from.ifPresent(f -> react(id, f));
      return;
    }
    world.servers().promote(to);
    FailoverSettings phases = world.phases(cluster);
    world.endpoints().showLater(id, phases.apiLag());
    world.endpoints().nameLater(id, phases.dnsLag(), () -> announce(phases, from, to));
    world.later(phases.completedLag(), () -> complete(id, to, run));
    from.ifPresent(f -> world.later(phases.oldWriterReturn(), () -> comeBack(id, f.id())));
  }

  private void announce(FailoverSettings phases, Optional<DbInstance> from, DbId to) {
    from.ifPresent(f -> world.later(phases.topologyLag(), () -> world.topology(f)));
    state
        .findInstance(to)
        .ifPresent(t -> world.later(phases.topologyLag(), () -> world.topology(t)));
  }

  private void complete(DbId id, DbId to, int run) {
    state
        .findCluster(id)
        .ifPresent(
            c -> {
              if (runs.getOrDefault(id, 0) == run) {
                state.changeCluster(id, old -> old.status(DbInstance.AVAILABLE));
              }
              world
                  .events()
                  .cluster(
                      c, "0071", "failover", "Completed failover to DB instance: " + to.name());
            });
  }

  private void comeBack(DbId cluster, DbId old) {
    Optional<DbInstance> returning =
        state.findInstance(old).filter(i -> i.status().equals(REBOOTING));
    returning.ifPresent(
        i -> {
          state.change(old, r -> r.status(DbInstance.AVAILABLE));
          world.servers().start(old, false);
          world.events().instance(i, "0006", "availability", "DB instance restarted.");
          state.findCluster(cluster).ifPresent(c -> world.membersChanged(c, i));
        });
  }

  /**
   * The reader with the lowest tier; among equals the first (Aurora user guide, "Fault tolerance").
   */
  private Optional<DbInstance> choose(DbCluster cluster) {
    return state.members(cluster).stream()
        .filter(DbInstance::healthyReader)
        .min(Comparator.comparingInt(DbInstance::promotionTier));
  }

  private static String zone(DbInstance instance) {
    return instance.placement().node().subnet().zone();
  }

  private static ServiceError invalid(String message) {
    return ServiceError.client("InvalidDBClusterStateFault", message);
  }
}
