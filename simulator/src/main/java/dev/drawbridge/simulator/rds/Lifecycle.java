package dev.drawbridge.simulator.rds;

import dev.drawbridge.simulator.operation.ServiceError;
import java.util.Comparator;
import java.util.Map;
import java.util.Optional;

/** Instances come and go: auto-scaled readers, stop and start, promotion, a new host. */
final class Lifecycle {
  private final World world;
  private final RdsState state;
  private final Provisioning provisioning;
  private final ClusterFailover clusters;

  Lifecycle(World world, Provisioning provisioning, ClusterFailover clusters) {
    this.world = world;
    this.state = world.state();
    this.provisioning = provisioning;
    this.clusters = clusters;
  }

  /**
   * Creates a reader of a cluster; it serves when {@code available}.
   *
   * @param zone empty: the zone with the fewest members
   * @throws ServiceError DBInstanceAlreadyExists, DBClusterNotFoundFault
   */
  DbInstance createReader(
      DbCluster cluster, DbId id, Optional<String> zone, Map<String, String> tags) {
    if (state.findInstance(id).isPresent()) {
      throw ServiceError.client("DBInstanceAlreadyExists", "DB instance already exists");
    }
    DbInstance made =
        provisioning.join(
            cluster.id(), id, cluster.shape(), zone.orElseGet(() -> emptiest(cluster)), tags);
    world.later(cluster, world.settings().instances().create(), now -> created(now, made));
    return made;
  }

  private void created(DbId cluster, DbInstance made) {
    Optional<DbInstance> ready =
        state
            .findInstance(made.id())
            .filter(i -> i.status().equals("creating"))
            .flatMap(i -> state.change(i.id(), c -> c.status(DbInstance.AVAILABLE)));
    ready.ifPresent(
        i -> {
          // The first instance of a cluster is its writer; later ones wait to be promoted.
          world.servers().start(i.id(), state.cluster(cluster).members().size() == 1);
          world.events().instance(i, "0005", "creation", "DB instance created.");
          world.propagation().show(cluster);
          world.membersChanged(state.cluster(cluster), i);
          clusters.membersChanged(state.cluster(cluster));
        });
  }

  /**
   * Deletes an instance; its server ends at once.
   *
   * @throws ServiceError InvalidDBInstanceState: it is being deleted already
   */
  DbInstance delete(DbInstance instance) {
    if (instance.status().equals("deleting")) {
      throw ServiceError.client(
          "InvalidDBInstanceState",
          "Instance %s is already being deleted.".formatted(instance.id().name()));
    }
    DbInstance deleting = state.change(instance.id(), i -> i.status("deleting")).orElseThrow();
    world.servers().stop(instance.id());
    instance
        .cluster()
        .map(c -> state.cluster(instance.id().named(c)))
        .ifPresent(
            c -> {
              world.membersChanged(c, deleting);
              clusters.membersChanged(c);
            });
    world.later(
        world.settings().instances().delete(),
        () -> {
          if (state.findInstance(instance.id()).filter(deleting::sameAs).isEmpty()) {
            return; // the whole database has been taken away meanwhile
          }
          provisioning.remove(instance.id());
          world.events().instance(deleting, "0003", "deletion", "DB instance deleted.");
        });
    return deleting;
  }

  /**
   * Ends the servers of an instance or of all members; nothing starts them but {@link #start}.
   *
   * @throws ServiceError InvalidDBInstanceState: it has a read replica, or is one ("Stopping an
   *     Amazon RDS DB instance")
   */
  void stop(DbInstance instance) {
    if (instance.replicaOf().isPresent() || !Views.replicas(state, instance).isEmpty()) {
      throw ServiceError.client(
          "InvalidDBInstanceState",
          "DB instance %s has a read replica or is one and cannot be stopped"
              .formatted(instance.id().name()));
    }
    state.change(instance.id(), i -> i.status("stopped"));
    world.servers().stop(instance.id());
    world.events().instance(instance, "0087", "notification", "DB instance stopped.");
  }

  /**
   * A stopped instance gives its address up; its name still leads to the old address until it
   * starts at the new one. Whether RDS frees the address of a stopped instance, and what its name
   * does, is UNCONFIRMED.
   *
   * @throws ServiceError InvalidDBInstanceState: it is not stopped
   */
  void releaseAddress(DbInstance instance) {
    if (!instance.status().equals("stopped")) {
      throw ServiceError.client(
          "InvalidDBInstanceState", "Instance %s is not stopped".formatted(instance.id().name()));
    }
    readdressed(instance);
  }

  /** Starts a stopped instance again. */
  void start(DbInstance instance, boolean writable) {
    state.change(instance.id(), i -> i.status("starting"));
    world.later(
        world.settings().instances().restart(),
        () -> state.findInstance(instance.id()).ifPresent(i -> started(i, writable)));
  }

  private void started(DbInstance instance, boolean writable) {
    if (!instance.status().equals("starting")) {
      return;
    }
    state.change(instance.id(), i -> i.status(DbInstance.AVAILABLE));
    world.names().publish(state.instance(instance.id()));
    world.servers().start(instance.id(), writable);
    world.events().instance(instance, "0088", "notification", "DB instance started.");
    instance
        .cluster()
        .flatMap(c -> state.findCluster(instance.id().named(c)))
        .ifPresent(
            c -> {
              world.membersChanged(c, instance);
              clusters.membersChanged(c);
            });
  }

  /** A read replica becomes an instance of its own. */
  DbInstance promoteReplica(DbInstance replica) {
    if (replica.replicaOf().isEmpty()) {
      throw ServiceError.client(
          "InvalidDBInstanceState",
          "DB Instance %s is not a read replica".formatted(replica.id().name()));
    }
    state.change(replica.id(), i -> i.replicaOf(Optional.empty()));
    world.servers().promote(replica.id());
    return state.instance(replica.id());
  }

  /**
   * The instance moves to another host, at another address of the same subnet. RDS announces it
   * (RDS-EVENT-0422) and has no event of its own for its end, which shows as a restart. That it is
   * one is UNCONFIRMED.
   *
   * @throws ServiceError InvalidDBInstanceState: its server is down, so it is on the move already
   */
  DbInstance replaceHost(DbInstance instance) {
    if (!instance.serving()) {
      throw ServiceError.client(
          "InvalidDBInstanceState", "Instance %s does not serve".formatted(instance.id().name()));
    }
    boolean writable = instance.writable();
    world
        .events()
        .instance(
            instance,
            "0422",
            "maintenance",
            "RDS will replace the host of DB instance %s due to a pending maintenance action."
                .formatted(instance.id().name()));
    world.servers().stop(instance.id());
    world.events().instance(instance, "0004", "availability", "DB instance shutdown.");
    DbInstance moved = readdressed(instance);
    world.later(world.settings().instances().restart(), () -> arrived(moved.id(), writable));
    world.later(
        world.settings().aurora().dnsLag(),
        () -> state.findInstance(moved.id()).ifPresent(world.names()::publish));
    return moved;
  }

  /** It gets a new address before it gives the old one up, so that the two differ. */
  private DbInstance readdressed(DbInstance instance) {
    InstanceNetwork.Node old = instance.placement().node();
    InstanceNetwork.Node fresh =
        world
            .network()
            .attach(
                instance.id().account(),
                instance.id().region(),
                old.subnet().id(),
                instance.shape().securityGroups());
    world.network().detach(old);
    return state
        .change(instance.id(), i -> i.placement(Placement.at(fresh, i.placement().standby())))
        .orElseThrow();
  }

  private void arrived(DbId id, boolean writable) {
    state
        .findInstance(id)
        .filter(DbInstance::meantToServe)
        .ifPresent(
            i -> {
              Optional<DbCluster> cluster =
                  i.cluster().flatMap(c -> state.findCluster(id.named(c)));
              world.servers().start(id, writable && cluster.map(c -> leads(c, id)).orElse(true));
              world.events().instance(i, "0006", "availability", "DB instance restarted.");
              cluster.ifPresent(clusters::membersChanged);
            });
  }

  /** One that was replaced as the writer is none any more if another was promoted meanwhile. */
  private static boolean leads(DbCluster cluster, DbId member) {
    return cluster.shownWriter().filter(member.name()::equals).isPresent();
  }

  private String emptiest(DbCluster cluster) {
    SubnetGroup group = state.subnetGroup(cluster.id().named(cluster.shape().subnetGroup()));
    return group.zones().stream()
        .min(Comparator.comparingLong(z -> inZone(cluster, z)))
        .orElseThrow();
  }

  private long inZone(DbCluster cluster, String zone) {
    return state.members(cluster).stream()
        .filter(i -> i.placement().node().subnet().zone().equals(zone))
        .count();
  }
}
