package dev.drawbridge.simulator.rds;

import dev.drawbridge.simulator.operation.ServiceError;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Blue/green deployments: a copy beside the database, and the switch of names. Everything at the
 * names changes, addresses included; the identifiers stay with the names.
 */
final class BlueGreen {
  private final World world;
  private final RdsState state;
  private final Provisioning provisioning;

  private final Map<DbId, Deployment> deployments = new LinkedHashMap<>();

  BlueGreen(World world, Provisioning provisioning) {
    this.world = world;
    this.state = world.state();
    this.provisioning = provisioning;
  }

  /** Those that there are. */
  List<Deployment> deployments() {
    return List.copyOf(deployments.values());
  }

  /** Forgets a deployment, as deleting it does; the databases stay. */
  void forget(DbId source) {
    deployments.values().removeIf(one -> one.source().equals(source));
  }

  private void show(DbId id, DbId source, DbId target, String status) {
    Deployment shown = deployments.get(id);
    String kind = shown == null ? kind(source) : shown.kind();
    deployments.put(id, new Deployment(id, source, target, kind, status));
  }

  private String kind(DbId source) {
    return state.findCluster(source).isPresent() ? "cluster" : "db";
  }

  /**
   * Makes the green copy at once.
   *
   * @throws ServiceError InvalidDBClusterStateFault, InvalidDBInstanceState: it is not available,
   *     with a writer
   */
  DbId createGreen(DbId blue) {
    DbId green =
        state.findCluster(blue).isPresent()
            ? copyCluster(blue)
            : new GreenInstances(world, provisioning).create(blue);
    show(blue.named("bgd-" + world.names().letters(16)), blue, green, "AVAILABLE");
    return green;
  }

  private DbId copyCluster(DbId blueId) {
    DbCluster blue = state.cluster(blueId);
    if (!ready(blueId) || state.writer(blue).isEmpty()) {
      throw ServiceError.client(
          "InvalidDBClusterStateFault", "DB cluster %s is not available".formatted(blueId.name()));
    }
    String suffix = suffix(world);
    DbId greenId = blueId.named(blueId.name() + suffix);
    state.put(blue.copy(greenId, world.names().clusterResourceId(), world.scheduler().now()));
    for (DbInstance member : state.members(blue)) {
      DbId copy = blueId.named(member.id().name() + suffix);
      String zone = member.placement().node().subnet().zone();
      provisioning.join(greenId, copy, blue.shape(), zone, member.tags());
      state.change(copy, i -> i.status(DbInstance.AVAILABLE));
      world.servers().start(copy, member.writable());
    }
    world.propagation().show(greenId);
    world.propagation().name(greenId);
    return greenId;
  }

  static String suffix(World world) {
    return "-green-" + world.names().letters(6);
  }

  private DbId deployment(DbId blue, DbId green) {
    return deployments.values().stream()
        .filter(each -> each.source().equals(blue) && each.target().equals(green))
        .map(Deployment::id)
        .findFirst()
        .orElseThrow();
  }

  /**
   * Starts the switchover; the blue writer accepts no writes from now on.
   *
   * @throws ServiceError InvalidBlueGreenDeploymentStateFault: not all instances are available, or
   *     another switchover of blue is under way
   */
  void switchOver(DbId blue, DbId green) {
    GreenInstances instances = new GreenInstances(world, provisioning);
    boolean clusters = state.findCluster(blue).isPresent();
    if (!(clusters ? clustersReady(blue, green) : instances.switchable(blue, green))) {
      throw ServiceError.client(
          "InvalidBlueGreenDeploymentStateFault",
          "Not all instances of %s and %s are available".formatted(blue.name(), green.name()));
    }
    DbId deployment = deployment(blue, green);
    show(deployment, blue, green, "SWITCHOVER_IN_PROGRESS");
    tell(deployment, "0247", "Switchover from %s to %s started.", blue, green);
    if (clusters) {
      switchClusters(deployment, blue, green);
    } else {
      switchInstances(deployment, blue, green, instances);
    }
  }

  private boolean clustersReady(DbId blue, DbId green) {
    return ready(blue) && ready(green) && state.writer(state.cluster(blue)).isPresent();
  }

  private void switchInstances(DbId deployment, DbId blue, DbId green, GreenInstances instances) {
    instances.writable(blue, false);
    world.later(
        world.settings().instances().switchover(),
        () -> {
          if (!instances.ready(blue, green)) {
            instances.writable(blue, true);
            cancelled(deployment, blue, green);
            return;
          }
          instances.swap(blue, green);
          completed(deployment, blue);
        });
  }

  private void switchClusters(DbId deployment, DbId blue, DbId green) {
    tell(deployment, "0259", "Switchover from DB cluster %s to %s started.", blue, green);
    state
        .writer(state.cluster(blue))
        .ifPresent(w -> state.change(w.id(), i -> i.server(true, false)));
    world.later(
        world.settings().instances().switchover(),
        () -> {
          if (!ready(blue) || !ready(green)) {
            cancel(deployment, blue, green);
            return;
          }
          swap(blue, green);
          tell(
              deployment,
              "0260",
              "Switchover from DB cluster %1$s to %2$s completed."
                  + " Renamed %1$s to %1$s-old1 and %2$s to %1$s.",
              blue,
              green);
          completed(deployment, blue);
        });
  }

  private void completed(DbId deployment, DbId blue) {
    show(deployment, blue.named(blue.name() + "-old1"), blue, "SWITCHOVER_COMPLETED");
    world
        .events()
        .blueGreen(
            deployment, "0248", "notification", "Switchover completed on blue/green deployment.");
  }

  /** Whether a cluster is at rest with all its members (RDS user guide, "Guardrails"). */
  private boolean ready(DbId cluster) {
    return state.cluster(cluster).status().equals(DbInstance.AVAILABLE)
        && state.members(state.cluster(cluster)).stream()
            .allMatch(i -> i.serving() && i.status().equals(DbInstance.AVAILABLE));
  }

  /** Something came between: blue stays what it is, and its writer accepts writes again. */
  private void cancel(DbId deployment, DbId blue, DbId green) {
    DbCluster cluster = state.cluster(blue);
    if (state.writer(cluster).isEmpty()) {
      cluster
          .shownWriter()
          .flatMap(name -> state.findInstance(blue.named(name)))
          .filter(DbInstance::serving)
          .ifPresent(w -> world.servers().promote(w.id()));
    }
    cancelled(deployment, blue, green);
  }

  private void cancelled(DbId deployment, DbId blue, DbId green) {
    show(deployment, blue, green, "SWITCHOVER_FAILED");
    world
        .events()
        .blueGreen(deployment, "0249", "failure", "Switchover canceled on blue/green deployment.");
  }

  private void tell(DbId deployment, String id, String text, DbId blue, DbId green) {
    world
        .events()
        .blueGreen(deployment, id, "notification", text.formatted(blue.name(), green.name()));
  }

  private void swap(DbId blue, DbId green) {
    List<String> blueNames = state.cluster(blue).members();
    List<String> greenNames = state.cluster(green).members();
    rename(
        blue, blue.named(blue.name() + "-old1"), blueNames.stream().map(n -> n + "-old1").toList());
    rename(green, blue, blueNames.subList(0, Math.min(blueNames.size(), greenNames.size())));
  }

  /** Renames a cluster and its members; members beyond the list keep their names. */
  void rename(DbId from, DbId to, List<String> memberNames) {
    DbCluster cluster = state.cluster(from);
    List<DbInstance> members = state.members(cluster);
    world.names().remove(from);
    state.remove(cluster);
    for (int i = 0; i < members.size(); i++) {
      DbInstance old = members.get(i);
      String name = i < memberNames.size() ? memberNames.get(i) : old.id().name();
      world.names().remove(old);
      state.remove(old);
      DbInstance renamed = old.id(to.named(name)).cluster(to.name());
      state.put(renamed);
      world.names().publish(renamed);
    }
    List<String> names = new ArrayList<>(memberNames);
    for (int i = memberNames.size(); i < members.size(); i++) {
      names.add(members.get(i).id().name());
    }
    Optional<String> shown =
        cluster
            .shownWriter()
            .filter(cluster.members()::contains) // its instance may be gone
            .map(w -> names.get(cluster.members().indexOf(w)));
    state.put(cluster.id(to).members(names).shownWriter(shown).namedWriter(shown));
    world.propagation().show(to);
    world.propagation().name(to);
  }
}
