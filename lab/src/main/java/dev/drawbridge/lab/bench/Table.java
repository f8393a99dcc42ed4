package dev.drawbridge.lab.bench;

import java.io.PrintWriter;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.ToLongFunction;
import java.util.stream.LongStream;

/** Prints what was measured, as a table of Markdown. */
final class Table {
  private final PrintWriter out;

  Table(PrintWriter out) {
    this.out = out;
  }

  void head() {
    out.println(
        "| database | policy | n | write outage p50 | p90 | p99 | max | not repaired | of it AWS's"
            + " p50 | ours p50 | p90 | p99 | max | API calls p50 | transitions p50 |");
    out.println("|---|---|--:|--:|--:|--:|--:|--:|--:|--:|--:|--:|--:|--:|--:|");
  }

  void line(String database, String policy, List<Outcome> outcomes) {
    List<Duration> outages =
        outcomes.stream()
            .map(outcome -> outcome.repaired() ? outcome.outage() : Measurement.HORIZON)
            .sorted()
            .toList();
    List<Duration> ours =
        outcomes.stream().map(Outcome::ours).flatMap(Optional::stream).sorted().toList();
    List<Duration> others = outcomes.stream().map(Outcome::others).sorted().toList();
    long lost = outcomes.stream().filter(outcome -> !outcome.repaired()).count();
    out.printf(
        "| %s | %s | %d | %s | %s | %s | %s | %d | %s | %s | %s | %s | %s | %s | %s |%n",
        database,
        policy,
        outcomes.size(),
        at(outages, 0.5),
        at(outages, 0.9),
        at(outages, 0.99),
        at(outages, 1),
        lost,
        ours.isEmpty() ? "-" : at(others, 0.5),
        at(ours, 0.5),
        at(ours, 0.9),
        at(ours, 0.99),
        at(ours, 1),
        middle(outcomes, Outcome::calls),
        middle(outcomes, Outcome::transitions));
    out.flush();
  }

  private static String at(List<Duration> sorted, double share) {
    if (sorted.isEmpty()) {
      return "-";
    }
    Duration value = Quantile.of(sorted, share);
    return value.compareTo(Measurement.HORIZON) >= 0 ? "> 30 min" : seconds(value);
  }

  static String seconds(Duration value) {
    return String.format(Locale.ROOT, "%.1f s", value.toMillis() / 1000.0);
  }

  /** The median; "-" where nothing is counted, as with functions of others. */
  private static String middle(List<Outcome> outcomes, ToLongFunction<Outcome> value) {
    long[] sorted = outcomes.stream().mapToLong(value).sorted().toArray();
    boolean counted = LongStream.of(sorted).anyMatch(each -> each > 0);
    return counted ? Long.toString(sorted[sorted.length / 2]) : "-";
  }
}
