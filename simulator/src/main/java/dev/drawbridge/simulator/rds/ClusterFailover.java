package dev.drawbridge.simulator.rds;

import dev.drawbridge.engine.time.Spread;
import dev.drawbridge.simulator.operation.ServiceError;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Failovers of Aurora clusters and Multi-AZ DB clusters. */
final class ClusterFailover {
  private static final String FAILING_OVER = "failing-over";
  private static final String REBOOTING = DbInstance.REBOOTING;

  private final Map<String, Integer> runs = new HashMap<>();
  private final Set<String> promoting = new HashSet<>();
  private final World world;
  private final RdsState state;
  private final Succession succession;

  ClusterFailover(World world) {
    this.world = world;
    this.state = world.state();
    this.succession = new Succession(state);
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
    Optional<DbInstance> writer = state.writer(cluster);
    if (target.isPresent() && target.equals(writer.map(w -> w.id().name()))) {
      throw invalid(
          "Cannot failover DB cluster %s: DB instance %s is already the writer"
              .formatted(cluster.id().name(), target.get()));
    }
    DbInstance promoted =
        succession
            .heir(cluster, target)
            .orElseThrow(
                () ->
                    invalid(
                        "Cannot failover DB cluster %s: no target DB instance is available"
                            .formatted(cluster.id().name())));
    begin(cluster, promoted, succession.predecessor(cluster));
  }

  /** The writer's server has died: RDS notices after a while. */
  void crashed(DbCluster cluster, DbInstance writer) {
    world.servers().stop(writer.id());
    world.events().instance(writer, "0004", "availability", "DB instance shutdown.");
    world.later(cluster, world.phases(cluster).detect(), id -> react(id, Optional.of(writer.id())));
  }

  /** A member has come or gone: should that leave the cluster without writer, RDS notices. */
  void membersChanged(DbCluster cluster) {
    if (leaderless(cluster)) {
      world.later(cluster, world.phases(cluster).detect(), id -> react(id, Optional.empty()));
    }
  }

  private void react(DbId id, Optional<DbId> dead) {
    Optional<DbCluster> leaderless = state.findCluster(id).filter(this::leaderless);
    Optional<DbInstance> heir = leaderless.flatMap(succession::heir);
    if (heir.isPresent()) {
      begin(leaderless.get(), heir.get(), succession.down(dead));
    } else if (leaderless.isPresent()) {
      dead.ifPresent(
          d ->
              world.later(
                  leaderless.get(),
                  world.settings().instances().lonelyRecovery(),
                  now -> recover(now, d)));
    } else {
      succession.down(dead).ifPresent(d -> restart(id, d, false));
    }
  }

  /** As the writer, unless a reader can be promoted by now or another is the writer already. */
  private void recover(DbId id, DbId dead) {
    Optional<DbCluster> leaderless = state.findCluster(id).filter(this::leaderless);
    if (leaderless.flatMap(succession::heir).isPresent()) {
      react(id, Optional.of(dead));
    } else {
      succession.down(Optional.of(dead)).ifPresent(d -> restart(id, d, leaderless.isPresent()));
    }
  }

  private void restart(DbId cluster, DbInstance dead, boolean writable) {
    world.servers().start(dead.id(), writable);
    world.events().instance(dead, "0006", "availability", "DB instance restarted.");
    state.findCluster(cluster).ifPresent(c -> world.membersChanged(c, dead));
  }

  /** No member accepts writes, and none is about to. */
  private boolean leaderless(DbCluster cluster) {
    return !state.secondary(cluster)
        && state.writer(cluster).isEmpty()
        && !promoting.contains(cluster.resourceId());
  }

  private void begin(DbCluster cluster, DbInstance to, Optional<DbInstance> from) {
    int run = runs.merge(cluster.resourceId(), 1, Integer::sum);
    promoting.add(cluster.resourceId());
    state.changeCluster(cluster.id(), c -> c.status(FAILING_OVER));
    boolean sameZone = from.map(f -> zone(f).equals(zone(to))).orElse(false);
    world
        .events()
        .cluster(
            cluster,
            sameZone ? "0072" : "0073",
            "failover",
            "Started %s failover to DB instance: %s."
                .formatted(sameZone ? "same AZ" : "cross AZ", to.id().name()));
    from.ifPresent(
        f -> {
          world.servers().stop(f.id());
          state.change(f.id(), i -> i.status(REBOOTING));
        });
    Spread away = world.phases(cluster).readersAway();
    if (!away.most().isZero()) {
      state.members(cluster).stream()
          .filter(i -> i.healthyReader() && !i.id().equals(to.id()))
          .forEach(i -> leave(cluster, i, away));
    }
    world.later(cluster, world.phases(cluster).promote(), id -> promote(id, from, to.id(), run));
  }

  /** A reader that the failover does not concern refuses connections for a moment all the same. */
  private void leave(DbCluster cluster, DbInstance reader, Spread time) {
    world.servers().suspend(reader);
    world.later(cluster, time, id -> rejoin(id, reader.id()));
  }

  private void rejoin(DbId cluster, DbId reader) {
    if (!world.servers().suspended(reader)) {
      return;
    }
    world.servers().start(reader, false);
    state
        .findCluster(cluster)
        .ifPresent(
            c -> {
              world.later(c, world.settings().aurora().dnsLag(), world.propagation()::name);
              membersChanged(c);
            });
  }

  private void promote(DbId id, Optional<DbInstance> from, DbId to, int run) {
    Optional<DbCluster> found = state.findCluster(id);
    found.map(DbCluster::resourceId).ifPresent(promoting::remove);
    if (found.isEmpty()) {
      return;
    }
    boolean back = state.writer(found.get()).isPresent();
    if (back || state.findInstance(to).filter(DbInstance::serving).isEmpty()) {
      fail(found.get(), from, back ? "0070" : "0069");
      return;
    }
    world.servers().promote(to);
    FailoverSettings phases = world.phases(found.get());
    world.follow(found.get(), () -> announce(phases, from, to));
    world.later(found.get(), phases.completedLag(), now -> complete(now, to, run));
    from.ifPresent(
        f -> world.later(found.get(), phases.oldWriterReturn(), now -> comeBack(now, f.id())));
  }

  /** The heir has died, or the previous writer is back first. */
  private void fail(DbCluster cluster, Optional<DbInstance> from, String event) {
    String text =
        event.equals("0069")
            ? "Cluster failover failed, check the health of your cluster instances and try again."
            : "Promoting previous primary again: %s."
                .formatted(state.writer(cluster).orElseThrow().id().name());
    world.events().cluster(cluster, event, "failover", text);
    state.changeCluster(cluster.id(), c -> c.status(DbInstance.AVAILABLE));
    from.ifPresent(
        f ->
            state.change(
                f.id(), i -> i.status().equals(REBOOTING) ? i.status(DbInstance.AVAILABLE) : i));
    react(cluster.id(), from.map(DbInstance::id));
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
              if (runs.getOrDefault(c.resourceId(), 0) == run) {
                state.changeCluster(id, old -> old.status(DbInstance.AVAILABLE));
              }
              world
                  .events()
                  .cluster(
                      c,
                      "0071",
                      "failover",
                      "Completed failover to DB instance: %s.".formatted(to.name()));
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
          state.findCluster(cluster).ifPresent(this::membersChanged);
        });
  }

  private static String zone(DbInstance instance) {
    return instance.placement().node().subnet().zone();
  }

  private static ServiceError invalid(String message) {
    return ServiceError.client("InvalidDBClusterStateFault", message);
  }
}
