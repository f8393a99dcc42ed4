package dev.drawbridge.lab.demo;

import dev.drawbridge.lab.demo.Timeline.Entry;
import java.util.Comparator;
import java.util.List;

/** The lanes of a failover's timeline, in the order in which they are drawn. */
final class Lanes {
  static final String PATH = "milestones";
  static final String WRITES = "writes";
  static final String PORT_WRITES = "instance ports";
  static final String READS = "reads";
  static final String API = "RDS API";
  static final String DNS = "DNS";
  static final String EVENTS = "EventBridge";
  private static final String SERVER = "server ";
  private static final String RUN = "refresh-targets ";
  private static final String WRITERS = "writer group ";
  private static final String READERS = "reader group ";

  private static final List<String> ORDER =
      List.of(PATH, PORT_WRITES, WRITES, READS, SERVER, API, DNS, EVENTS, RUN, WRITERS, READERS);

  private Lanes() {}

  static String server(String instance) {
    return SERVER + instance;
  }

  static String run(int number) {
    return RUN + number;
  }

  static String writerGroup(String instance) {
    return WRITERS + instance;
  }

  static String readerGroup(String instance) {
    return READERS + instance;
  }

  /** By lane from top to bottom, and in a lane by time. */
  static List<Entry> sorted(List<Entry> entries) {
    return entries.stream()
        .sorted(
            Comparator.comparingInt((Entry entry) -> rank(entry.lane()))
                .thenComparing(Entry::lane)
                .thenComparing(Entry::from))
        .toList();
  }

  private static int rank(String lane) {
    return Math.toIntExact(ORDER.stream().takeWhile(prefix -> !lane.startsWith(prefix)).count());
  }
}
