package dev.drawbridge.lab.bench.start;

import java.io.PrintWriter;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Locale;

/** Prints one run of the measurement as a table of Markdown. */
public final class StartReport {
  /** What the first call of a primed worker may cost of a naive handler's start. */
  static final double AIM = 0.25;

  private final PrintWriter out;

  /** Prints to {@code out}. */
  public StartReport(PrintWriter out) {
    this.out = out;
  }

  /**
   * Measures and prints.
   *
   * @param repository its root, which has been built
   * @return whether every primed worker reached the aim
   */
  public boolean print(Path repository, long seed) {
    try (StartBench bench = new StartBench(repository, seed)) {
      return print(bench.naive(), new StartCourse(bench).run());
    }
  }

  /** Prints what was measured, and tells whether every primed worker reached the aim. */
  boolean print(Start naive, List<StartCourse.Pair> pairs) {
    out.printf(
        "CPU time of one process%s; C1, serial collector, heap of 96 MB.%n%n",
        StartBench.onOneCpu() ? " on one CPU" : ", on all CPUs: there is no taskset here");
    out.println("| handler | init | first call | both | first call of naive's both |");
    out.println("|---|--:|--:|--:|--:|");
    line("naive: default clients, three calls", naive, naive.total(), naive);
    boolean reached = !pairs.isEmpty();
    for (StartCourse.Pair pair : pairs) {
      Start unprimed = pair.unprimed();
      line(unprimed.handler() + ", unprimed", unprimed, unprimed.total(), naive);
      line(pair.primed().handler() + ", primed", pair.primed(), firstCall(pair), naive);
      reached &= share(firstCall(pair), naive) <= AIM;
    }
    verdict(reached);
    return reached;
  }

  /** A primed worker's init is in the snapshot: nobody waits for it. */
  private static Duration firstCall(StartCourse.Pair pair) {
    return pair.primed().firstCall();
  }

  private void line(String name, Start start, Duration waited, Start naive) {
    out.printf(
        Locale.ROOT,
        "| %s | %,d ms | %,d ms | %,d ms | %.0f %% |%n",
        name,
        start.init().toMillis(),
        start.firstCall().toMillis(),
        start.total().toMillis(),
        100 * share(waited, naive));
    out.flush();
  }

  private static double share(Duration waited, Start naive) {
    return (double) waited.toMillis() / naive.total().toMillis();
  }

  private void verdict(boolean reached) {
    out.printf(
        Locale.ROOT,
        "%nThe last column is what somebody waits for: init and first call, or, primed, the first call"
            + " alone.%nAim: each primed worker at most %.0f %%: %s.%n",
        100 * AIM,
        reached ? "reached" : "missed");
    out.flush();
  }
}
