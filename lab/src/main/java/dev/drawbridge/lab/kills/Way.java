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
import java.util.List;

/**
 * One way of the consumer to the writer, and the load on it.
 *
 * @param words what the table calls it
 */
record Way(String words, Writes writes) implements AutoCloseable {
  private static final Duration BETWEEN_ATTEMPTS = Duration.ofMillis(20);

  /** Far more rows than one way writes. */
  private static final int ROWS_OF_ONE = 100_000_000;

  /**
   * Starts a load on each.
   *
   * @param works whether the writer's port follows, or nobody is there to lead it
   */
  static List<Way> start(Exposure exposure, Dialect dialect, boolean works) {
    String address = exposure.address();
    List<Integer> ports = exposure.instancePorts();
    List<Way> ways = new ArrayList<>();
    ways.add(
        begin(
            dialect,
            ways,
            "instance ports, new connections",
            new HostList(dialect, address, ports)));
    ways.add(
        begin(dialect, ways, "instance ports, HikariCP", new SessionPool(dialect, address, ports)));
    if (works) {
      OnePort writer = new OnePort(dialect, address, exposure.writerPort());
      ways.add(begin(dialect, ways, "writer port, new connections", writer));
    }
    return List.copyOf(ways);
  }

  private static Way begin(Dialect dialect, List<Way> before, String words, Sessions sessions) {
    int first = 1 + before.size() * ROWS_OF_ONE;
    return new Way(words, new Writes(dialect, sessions, first, BETWEEN_ATTEMPTS));
  }

  @Override
  public void close() {
    writes.close();
  }
}
