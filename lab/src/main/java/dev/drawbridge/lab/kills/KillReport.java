package dev.drawbridge.lab.kills;

import dev.drawbridge.lab.bench.Quantile;
import java.io.PrintWriter;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;

/** Says of each kill what came of it as soon as that is known, and in the end all of it. */
final class KillReport {
  private static final Duration AIM = Duration.ofSeconds(2);

  private final int runs;
  private final PrintWriter out;
  private final Map<Series, List<Kill>> kills = new LinkedHashMap<>();

  /**
   * Of no kill yet.
   *
   * @param runs kills of each series
   */
  KillReport(int runs, PrintWriter out) {
    this.runs = runs;
    this.out = out;
  }

  /** Says it. */
  void tell(Kill kill) {
    kills.computeIfAbsent(kill.series(), series -> new ArrayList<>()).add(kill);
    out.printf(
        "%s, %d of %d: %s; %d writes acknowledged, %s%n",
        kill.series().words(),
        kill.number(),
        runs,
        kill.times().entrySet().stream()
            .map(each -> each.getKey() + " " + seconds(each.getValue()))
            .collect(Collectors.joining("; ")),
        kill.acknowledged(),
        kill.lost().isEmpty() ? "none lost" : "LOST: rows " + kill.lost());
    out.flush();
  }

  /** Whether every acknowledged write was there after every kill. */
  boolean kept() {
    return kills.values().stream().flatMap(List::stream).allMatch(each -> each.lost().isEmpty());
  }

  /** Prints all of it as a table of Markdown. */
  void table() {
    out.printf(
        "%n| writer ends | client | n | promotion to first good write p50 | p99 | max | <= 2 s |%n");
    out.println("|---|---|--:|--:|--:|--:|--:|");
    kills.forEach(
        (series, all) ->
            all.getFirst().times().keySet().forEach(way -> line(series, way, times(all, way))));
    out.flush();
  }

  private static List<Duration> times(List<Kill> kills, String way) {
    return kills.stream().map(each -> each.times().get(way)).sorted().toList();
  }

  private void line(Series series, String way, List<Duration> sorted) {
    out.printf(
        "| %s | %s | %d | %s | %s | %s | %d |%n",
        series.words(),
        way,
        sorted.size(),
        seconds(Quantile.of(sorted, 0.5)),
        seconds(Quantile.of(sorted, 0.99)),
        seconds(sorted.getLast()),
        sorted.stream().filter(time -> time.compareTo(AIM) <= 0).count());
  }

  private static String seconds(Duration time) {
    return String.format(Locale.ROOT, "%.2f s", time.toMillis() / 1000.0);
  }
}
