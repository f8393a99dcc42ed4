package dev.drawbridge.simulator.rds;

import java.util.Comparator;
import java.util.Optional;

/** Who may become the writer of a cluster, and who was it. */
record Succession(RdsState state) {

  /**
   * The reader with the lowest tier; among equals the first (Aurora user guide, "Fault tolerance").
   */
  Optional<DbInstance> heir(DbCluster cluster) {
    return state.members(cluster).stream()
        .filter(DbInstance::healthyReader)
        .min(Comparator.comparingInt(DbInstance::promotionTier));
  }

  /** The reader that was asked for, if it may be promoted; or the one that AWS would choose. */
  Optional<DbInstance> heir(DbCluster cluster, Optional<String> target) {
    return target.isEmpty()
        ? heir(cluster)
        : target
            .map(name -> state.instance(cluster.id().named(name)))
            .filter(i -> cluster.members().contains(i.id().name()))
            .filter(DbInstance::healthyReader);
  }

  /** Who is the writer, or was it: it may be down without RDS having noticed. */
  Optional<DbInstance> predecessor(DbCluster cluster) {
    return state
        .writer(cluster)
        .or(() -> down(cluster.shownWriter().map(name -> cluster.id().named(name))));
  }

  /** The instance if its server is down although nobody stopped, reboots or deletes it. */
  Optional<DbInstance> down(Optional<DbId> id) {
    return id.flatMap(state::findInstance)
        .filter(i -> !i.serving() && i.meantToServe())
        .filter(i -> !i.status().equals(DbInstance.REBOOTING));
  }
}
