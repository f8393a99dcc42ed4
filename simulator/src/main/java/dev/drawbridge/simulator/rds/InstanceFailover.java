package dev.drawbridge.simulator.rds;

import dev.drawbridge.engine.time.Spread;
import dev.drawbridge.simulator.operation.ServiceError;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;

/**
 * Restarts of single instances, and failovers of Multi-AZ instances to their standby. There the
 * name stays, no role shows, and only the address and the zones change.
 */
final class InstanceFailover {
  private static final String REBOOTING = DbInstance.REBOOTING;

  /** Instances whose standby is not ready: the old server is not back yet. */
  private final Set<DbId> withoutStandby = new HashSet<>();

  private final World world;
  private final RdsState state;
  private final ClusterFailover clusters;

  InstanceFailover(World world, ClusterFailover clusters) {
    this.world = world;
    this.state = world.state();
    this.clusters = clusters;
  }

  /**
   * An ordered reboot.
   *
   * @param failover whether the standby takes over
   * @throws ServiceError InvalidDBInstanceState, InvalidParameterCombination
   */
  void reboot(DbInstance instance, boolean failover) {
    // A server that is down is being restarted or failed over already.
    if (!instance.status().equals(DbInstance.AVAILABLE) || !instance.serving()) {
      throw ServiceError.client(
          "InvalidDBInstanceState",
          "Instance %s is not in available state".formatted(instance.id().name()));
    }
    if (failover && instance.placement().standby().isEmpty()) {
      throw ServiceError.client(
          "InvalidParameterCombination",
          "Cannot specify ForceFailover when the instance is not configured for MultiAZ");
    }
    state.change(instance.id(), i -> i.status(REBOOTING));
    if (failover && !withoutStandby.contains(instance.id())) {
      begin(instance.id());
    } else {
      restart(instance, world.settings().instances().restart());
    }
  }

  /**
   * The server restarts at another port (RDS user guide, "Modifying an Amazon RDS DB instance": "If
   * you change this value ... the DB instance restarts immediately").
   */
  void move(DbInstance instance, int port) {
    restart(instance, world.settings().instances().restart());
    state.change(instance.id(), i -> i.shape(i.shape().port(port)));
  }

  /** The server has died. */
  void crashed(DbInstance instance) {
    if (instance.placement().standby().isEmpty() || withoutStandby.contains(instance.id())) {
      boolean alone = instance.cluster().isEmpty();
      restart(
          instance,
          alone
              ? world.settings().instances().lonelyRecovery()
              : world.settings().instances().restart());
      return;
    }
    withoutStandby.add(instance.id());
    world.servers().stop(instance.id());
    world.later(world.settings().multiAzInstance().detect(), () -> begin(instance.id()));
  }

  private void begin(DbId id) {
    FailoverSettings phases = world.settings().multiAzInstance();
    state
        .findInstance(id)
        .ifPresent(
            i -> {
              withoutStandby.add(id);
              world.events().instance(i, "0013", "failover", "Multi-AZ instance failover started.");
              world.servers().stop(id);
              world.later(phases.promote(), () -> promote(id, phases));
            });
  }

  private void promote(DbId id, FailoverSettings phases) {
    Optional<DbInstance> found = state.change(id, i -> i.placement(i.placement().swapped()));
    if (found.isEmpty()) {
      return;
    }
    world.servers().start(id, found.get().replicaOf().isEmpty());
    world
        .events()
        .instance(
            found.get(),
            "0015",
            "failover",
            "Multi-AZ failover to standby complete - DNS propagation may take a few minutes.");
    world.later(phases.apiLag(), () -> state.change(id, i -> i.placement(i.placement().shown())));
    world.later(phases.dnsLag(), () -> state.findInstance(id).ifPresent(world.names()::publish));
    world.later(phases.completedLag(), () -> complete(id));
    world.later(phases.oldWriterReturn(), () -> withoutStandby.remove(id));
  }

  private void complete(DbId id) {
    state
        .change(id, i -> i.status().equals(REBOOTING) ? i.status(DbInstance.AVAILABLE) : i)
        .ifPresent(
            i ->
                world
                    .events()
                    .instance(i, "0049", "failover", "Multi-AZ instance failover completed."));
  }

  /** The same server goes and comes back, with the same role. */
  private void restart(DbInstance instance, Spread time) {
    boolean writable = instance.writable();
    world.servers().stop(instance.id());
    world.events().instance(instance, "0004", "availability", "DB instance shutdown.");
    world.later(time, () -> back(instance.id(), writable));
  }

  private void back(DbId id, boolean writable) {
    Optional<DbInstance> found =
        state.change(id, i -> i.status().equals(REBOOTING) ? i.status(DbInstance.AVAILABLE) : i);
    if (found.filter(DbInstance::meantToServe).isEmpty()) {
      return;
    }
    DbInstance instance = found.get();
    Optional<DbCluster> cluster = instance.cluster().flatMap(c -> state.findCluster(id.named(c)));
    world.servers().start(id, writable);
    world.events().instance(instance, "0006", "availability", "DB instance restarted.");
    cluster.ifPresent(c -> world.membersChanged(c, instance));
    cluster.ifPresent(clusters::membersChanged);
  }
}
