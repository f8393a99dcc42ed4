package dev.drawbridge.simulator.rds;

import java.util.List;
import java.util.Optional;

/** Makes API and DNS tell what is true of a cluster now. */
final class Propagation {
  private final RdsState state;
  private final Names names;

  Propagation(RdsState state, Names names) {
    this.state = state;
    this.names = names;
  }

  /** DescribeDBClusters shows the writer. */
  void show(DbId cluster) {
    state.changeCluster(cluster, c -> writer(c).isPresent() ? c.shownWriter(writer(c)) : c);
  }

  /**
   * The names lead to the writer and the readers. The reader endpoint leads to every serving
   * reader, and to the writer where there is none (Aurora user guide, "Reader endpoints"). A
   * cluster without writer keeps its last name.
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
