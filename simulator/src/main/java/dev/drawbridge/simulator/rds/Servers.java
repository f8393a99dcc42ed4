package dev.drawbridge.simulator.rds;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** The database servers behind the API: it starts, ends and promotes them, and tells observers. */
final class Servers {
  private final List<RdsObserver> observers = new ArrayList<>();

  /** Servers that run but refuse connections. */
  private final Set<DbId> away = new HashSet<>();

  private final RdsState state;
  private final InstanceNetwork network;

  Servers(RdsState state, InstanceNetwork network) {
    this.state = state;
    this.network = network;
  }

  void observe(RdsObserver observer) {
    observers.add(observer);
  }

  /**
   * Starts an instance's server; without effect if it serves already or is gone.
   *
   * @param writable whether it accepts writes, unless another member of its cluster does by now
   */
  void start(DbId id, boolean writable) {
    Optional<DbInstance> down = state.findInstance(id).filter(i -> !i.serving());
    if (down.isEmpty()) {
      return;
    }
    boolean resumed = away.remove(id);
    boolean writes = writable && clusterOf(down.get()).flatMap(state::writer).isEmpty();
    state
        .change(id, i -> i.server(true, writes))
        .ifPresent(
            i -> {
              network.listen(i.placement().node(), i.shape().port(), maxConnectErrors(i));
              if (!resumed) {
                state.rebooted(i);
                observers.forEach(o -> o.up(server(i)));
              } else if (writes) {
                observers.forEach(o -> o.promoted(server(i)));
              }
            });
  }

  /** Ends an instance's server; without effect if it does not serve. */
  void stop(DbId id) {
    boolean wasAway = away.remove(id);
    state
        .findInstance(id)
        .filter(i -> wasAway || i.serving())
        .ifPresent(
            i -> {
              unreachable(i);
              observers.forEach(o -> o.down(server(i)));
            });
  }

  /** The server refuses connections until it is started or ended; its process runs on. */
  void suspend(DbInstance instance) {
    away.add(instance.id());
    unreachable(instance);
  }

  /** Whether the server runs but refuses connections. */
  boolean suspended(DbId id) {
    return away.contains(id);
  }

  private void unreachable(DbInstance instance) {
    state.change(instance.id(), old -> old.server(false, false));
    network.close(instance.placement().node(), instance.shape().port());
  }

  /**
   * Lets a reader's server accept writes, which ends its connections; it is started if it does not
   * serve.
   */
  void promote(DbId id) {
    if (state.findInstance(id).filter(DbInstance::serving).isEmpty()) {
      start(id, true);
      return;
    }
    state
        .change(id, i -> i.server(true, true))
        .ifPresent(
            i -> {
              network.cut(i.placement().node(), i.shape().port());
              observers.forEach(o -> o.promoted(server(i)));
            });
  }

  /** The server that serves at an address. */
  Optional<Server> at(String address) {
    return state.instances().stream()
        .filter(i -> i.serving() && i.address().equals(address))
        .map(Servers::server)
        .findFirst();
  }

  static Server server(DbInstance instance) {
    return new Server(
        instance.id(), instance.address(), instance.shape().port(), instance.writable());
  }

  private Optional<DbCluster> clusterOf(DbInstance instance) {
    return instance.cluster().flatMap(c -> state.findCluster(instance.id().named(c)));
  }

  private long maxConnectErrors(DbInstance instance) {
    Optional<ParameterGroup> own =
        state.findGroup(instance.id().named(instance.shape().parameterGroup()), false);
    Optional<ParameterGroup> clusters =
        clusterOf(instance)
            .flatMap(c -> state.findGroup(c.id().named(c.shape().parameterGroup()), true));
    return Parameters.maxConnectErrors(
        instance.shape().engine(), clusters.filter(g -> !g.values().isEmpty()).or(() -> own));
  }
}
