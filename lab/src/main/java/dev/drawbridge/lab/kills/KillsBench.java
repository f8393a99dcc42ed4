package dev.drawbridge.lab.kills;

import dev.drawbridge.lab.bench.Quantile;
import dev.drawbridge.lab.demo.Stage;
import java.io.PrintWriter;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.function.Supplier;

/**
 * Kills writers of real servers, and prints from when on the consumer's writes were good again.
 *
 * @param runs kills of each kind
 * @param seed of the pauses between them
 * @param stages a new one for each kind; closed here
 */
public record KillsBench(int runs, long seed, Supplier<Stage> stages, PrintWriter out) {
  private static final Duration AIM = Duration.ofSeconds(2);

  /**
   * Plays everything and prints the table.
   *
   * @return whether every acknowledged write is there
   * @throws dev.drawbridge.lab.process.LabException if a failover does not come to its end
   */
  public boolean print() {
    out.println(
        "| writer ends | client | n | promotion to first good write p50 | p99 | max | <= 2 s |");
    out.println("|---|---|--:|--:|--:|--:|--:|");
    boolean kept = true;
    StringBuilder notes = new StringBuilder();
    for (Series series : Series.all()) {
      try (Stage stage = stages.get()) {
        Seen seen = new KillPlay(stage, series, new Random(seed)).play(runs);
        seen.times().forEach((way, times) -> line(series, way, times));
        notes.append(
            "%s: %d writes acknowledged, %d of them lost; %d calls of workers%n"
                .formatted(series.words(), seen.acknowledged(), seen.lost(), seen.workerCalls()));
        kept = kept && seen.lost() == 0;
      }
    }
    out.printf("%n%s", notes);
    out.flush();
    return kept;
  }

  private void line(Series series, String way, List<Duration> times) {
    List<Duration> sorted = times.stream().sorted().toList();
    out.printf(
        "| %s | %s | %d | %s | %s | %s | %d |%n",
        series.words(),
        way,
        sorted.size(),
        at(sorted, 0.5),
        at(sorted, 0.99),
        at(sorted, 1),
        sorted.stream().filter(time -> time.compareTo(AIM) <= 0).count());
    out.flush();
  }

  private static String at(List<Duration> sorted, double share) {
    return String.format(Locale.ROOT, "%.2f s", Quantile.of(sorted, share).toMillis() / 1000.0);
  }
}
