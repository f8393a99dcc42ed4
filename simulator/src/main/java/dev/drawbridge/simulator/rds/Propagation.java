package dev.drawbridge.simulator.rds;

import dev.drawbridge.engine.time.Scheduler;
import dev.drawbridge.engine.time.Spread;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * Makes API and DNS tell the truth, each after a lag of its own: what they show is what is true
 * when the lag is over, not what was when it began.
 */
final class Propagation {
  private final Scheduler scheduler;
  private final RdsState state;
  private final Names names;

  Propagation(Scheduler scheduler, RdsState state, Names names) {
    this.scheduler = scheduler;
    this.state = state;
    this.names = names;
  }

  /** Lets DescribeDBClusters show the writer later. */
  void showLater(DbId cluster, Spread lag) {
    later(cluster, lag, this::show);
  }

  /** Lets the names lead to the writer and the readers later, then calls {@code done}. */
  void nameLater(DbId cluster, Spread lag, Runnable done) {
    later(
        cluster,
        lag,
        now -> {
          name(now);
          done.run();
        });
  }

  /** It may be called otherwise when the lag is over. */
  private void later(DbId cluster, Spread lag, Consumer<DbId> task) {
    Optional<String> resourceId = state.findCluster(cluster).map(DbCluster::resourceId);
    scheduler.after(
        lag.draw(scheduler.random()), () -> resourceId.flatMap(state::called).ifPresent(task));
  }

  void show(DbId cluster) {
    state.changeCluster(cluster, c -> writer(c).isPresent() ? c.shownWriter(writer(c)) : c);
  }

  /**
   * The reader endpoint leads to every serving reader, and to the writer where there is none
   * (Aurora user guide, "Reader endpoints"). A cluster without writer keeps its last name.
   */
  void name(DbId cluster) {
    state
        .changeCluster(cluster, c -> writer(c).isPresent() ? c.namedWriter(writer(c)) : c)
        .ifPresent(
            c -> {
              List<DbId> readers =
                  state.members(c).stream()
                      .filter(i -> i.serving() && !i.writable())
                      .map(DbInstance::id)
                      .toList();
              Optional<DbId> writer = c.namedWriter().map(c.id()::named);
              names.publish(
                  cluster, writer, readers.isEmpty() ? writer.stream().toList() : readers);
            });
  }

  private Optional<String> writer(DbCluster cluster) {
    return state.writer(cluster).map(w -> w.id().name());
  }
}
