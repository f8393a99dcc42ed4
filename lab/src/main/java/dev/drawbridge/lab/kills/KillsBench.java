package dev.drawbridge.lab.kills;

import dev.drawbridge.lab.demo.Stage;
import java.io.PrintWriter;
import java.time.Duration;
import java.util.Random;
import java.util.function.Supplier;

/**
 * Kills writers of real servers, and prints from when on the consumer's writes were good again.
 * Servers are started, and the consumer is onboarded, once for all kills.
 *
 * @param runs kills of each kind
 * @param seed of the pauses between them
 * @param longest what one step may take: the onboarding, or a kill
 * @param stages gives a new one; closed here
 */
public record KillsBench(
    int runs, long seed, Duration longest, Supplier<Stage> stages, PrintWriter out) {
  /**
   * Plays everything, says of each kill what came of it, and prints the table.
   *
   * @return whether every acknowledged write is there
   * @throws dev.drawbridge.lab.process.LabException naming the kill, if it does not come to its end
   */
  public boolean print() {
    KillReport report = new KillReport(runs, out);
    TimeLimit limit = new TimeLimit(longest);
    try (Stage stage = stages.get()) {
      KillPlay play =
          limit.within("the onboarding", () -> KillPlay.begin(stage, new Random(seed), limit));
      for (Series series : Series.all()) {
        long calls = play.play(series, runs, report::tell);
        out.printf("%s: %d calls of workers%n", series.words(), calls);
        out.flush();
      }
    }
    report.table();
    return report.kept();
  }
}
