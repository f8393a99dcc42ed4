package dev.drawbridge.simulator.rds;

import dev.drawbridge.engine.time.Scheduler;
import dev.drawbridge.engine.time.Spread;
import java.util.function.Consumer;

/** The parts of RDS that its processes share. */
record World(
    Scheduler scheduler,
    RdsSettings settings,
    RdsState state,
    InstanceNetwork network,
    Names names,
    Servers servers,
    Propagation propagation,
    RdsEvents events) {

  void later(Spread delay, Runnable task) {
    scheduler.after(delay.draw(scheduler.random()), task);
  }

  /** The same for what concerns one cluster, whatever it is called by then. */
  void later(DbCluster cluster, Spread delay, Consumer<DbId> task) {
    later(delay, () -> state.called(cluster.resourceId()).ifPresent(task));
  }

  FailoverSettings phases(DbCluster cluster) {
    return cluster.shape().multiAz() ? settings.multiAzCluster() : settings.aurora();
  }

  /**
   * API and names follow what has changed among the members, and the instance's event says so. A
   * promotion may have gone unshown, if the new writer was away when its lag was over.
   */
  void membersChanged(DbCluster cluster, DbInstance instance) {
    follow(cluster, () -> later(phases(cluster).topologyLag(), () -> topology(instance)));
  }

  /**
   * API and names tell the truth, each after a lag of its own: what they show is what is true when
   * the lag is over, not what was when it began. {@code named} is called after the names.
   */
  void follow(DbCluster cluster, Runnable named) {
    FailoverSettings phases = phases(cluster);
    later(cluster, phases.apiLag(), propagation::show);
    later(
        cluster,
        phases.dnsLag(),
        now -> {
          propagation.name(now);
          named.run();
        });
  }

  /** "There are DNS changes to the DB cluster for the DB instance" (Aurora user guide, events). */
  void topology(DbInstance instance) {
    events.instance(instance, "0385", "notification", "Cluster topology is updated.");
  }
}
