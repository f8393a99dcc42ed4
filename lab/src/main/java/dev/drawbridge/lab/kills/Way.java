package dev.drawbridge.lab.kills;

import dev.drawbridge.lab.consumer.HostList;
import dev.drawbridge.lab.consumer.OnePort;
import dev.drawbridge.lab.consumer.SessionPool;
import dev.drawbridge.lab.consumer.Sessions;
import dev.drawbridge.lab.consumer.Writes;
import dev.drawbridge.lab.database.Dialect;
import dev.drawbridge.lab.scenario.Exposure;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * One way of the consumer to the writer, and the load on it.
 *
 * @param words what the table calls it
 */
record Way(String words, Writes writes) implements AutoCloseable {
  private static final Duration BETWEEN_ATTEMPTS = Duration.ofMillis(20);

  /** Far more rows than one way writes. */
  static final int ROWS_OF_ONE = 100_000_000;

  /**
   * Starts a load on each.
   *
   * @param works whether the writer's port follows, or nobody is there to lead it
   * @param firstRow from which on rows are theirs, {@link #ROWS_OF_ONE} for each
   */
  static List<Way> start(Exposure exposure, Dialect dialect, boolean works, int firstRow) {
    String address = exposure.address();
    List<Integer> ports = exposure.instancePorts();
    Map<String, Sessions> sessions = new LinkedHashMap<>();
    sessions.put("instance ports, new connections", new HostList(dialect, address, ports));
    sessions.put("instance ports, HikariCP", new SessionPool(dialect, address, ports));
    if (works) {
      sessions.put(
          "writer port, new connections", new OnePort(dialect, address, exposure.writerPort()));
    }
    List<Way> ways = new ArrayList<>();
    sessions.forEach(
        (words, way) -> {
          int first = firstRow + ways.size() * ROWS_OF_ONE;
          ways.add(new Way(words, new Writes(dialect, way, first, BETWEEN_ATTEMPTS)));
        });
    return List.copyOf(ways);
  }

  @Override
  public void close() {
    writes.close();
  }
}
