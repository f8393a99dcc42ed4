package dev.drawbridge.lab.bench.zone;

import dev.drawbridge.lab.bench.Quantile;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** Prints what a lost zone has led to, as Markdown. */
public final class ZoneReport {
  private final PrintWriter out;
  private final boolean calls;

  /**
   * Nothing is printed yet.
   *
   * @param calls whether each call, worker and invocation is counted below the table
   */
  public ZoneReport(PrintWriter out, boolean calls) {
    this.out = out;
    this.calls = calls;
  }

  /**
   * Plays each and prints one line for it, and after all whether each ended well.
   *
   * @param picture where to draw the registrations against their bound, as SVG
   */
  public void print(List<ZoneLoss> losses, Optional<Path> picture) {
    out.println(
        "| N | reads | mode | course | promotions | bound | last writer in | last former out | wait p50 | max |"
            + " outage p50 | p99 | scarce calls a failover | refused | runs | failed | given up |"
            + " overtaking | transitions a failover | dollars a failover | peak of Lambda |"
            + " idle calls a database and minute |");
    out.println("|--:|---|---|---|" + "--:|".repeat(18));
    List<ZoneOutcome> outcomes = losses.stream().map(this::line).toList();
    outcomes.forEach(this::details);
    picture.ifPresent(file -> new RegistrationsDrawing(outcomes).writeTo(file));
    out.flush();
  }

  private ZoneOutcome line(ZoneLoss loss) {
    ZoneOutcome seen = loss.play();
    double failovers = seen.failovers();
    Tally storm = seen.storm();
    out.printf(
        Locale.ROOT,
        "| %d | %s | %s | %s | %s | %s | %s | %s | %s | %s | %s | %s | %.1f | %d | %d | %d | %d | %d |"
            + " %.1f | %.4f | %d | %.2f |%n",
        loss.databases(),
        loss.throttles().words(),
        loss.mode().words(),
        loss.course().words(),
        seconds(seen.promoting()),
        seconds(seen.bound().getLast()),
        seen.unrepaired() > 0 ? "never" : seconds(seen.lastRegistered()),
        seconds(seen.lastReleased()),
        at(seen.registrations(), 0.5),
        at(seen.registrations(), 1),
        at(seen.outages(), 0.5),
        at(seen.outages(), 0.99),
        storm.scarce() / failovers,
        storm.refused(),
        storm.runs(),
        storm.failedRuns(),
        storm.givenUp(),
        storm.overtaking(),
        storm.transitions() / failovers,
        storm.bill().total() / failovers,
        storm.load().peak(),
        (double) seen.idle().scarce() / loss.databases() / seen.idleFor().toMinutes());
    out.flush();
    return seen;
  }

  private void details(ZoneOutcome seen) {
    out.printf(
        "%nN = %d, %s, %s, %s: %s%n",
        seen.of().databases(),
        seen.of().throttles(),
        seen.of().mode().words(),
        seen.of().course().words(),
        seen.well() ? "all is well in the end" : "NOT all is well in the end");
    if (calls) {
      counts(seen);
    }
  }

  private void counts(ZoneOutcome seen) {
    section("calls", seen.storm().calls(), seen.storm().throttled());
    section("scarce calls by worker", seen.storm().byWorker(), Map.of());
    section("invocations", seen.storm().load().invocations(), Map.of());
    section("idle calls", seen.idle().calls(), seen.idle().throttled());
    section("idle scarce calls by worker", seen.idle().byWorker(), Map.of());
  }

  private void section(String title, Map<String, Long> counts, Map<String, Long> refused) {
    out.printf("  %s%n", title);
    counts.entrySet().stream()
        .sorted(Map.Entry.<String, Long>comparingByValue().reversed())
        .forEach(
            each ->
                out.printf(
                    "    %-55s %8d  refused %d%n",
                    each.getKey(), each.getValue(), refused.getOrDefault(each.getKey(), 0L)));
  }

  private static String at(List<Duration> sorted, double share) {
    if (sorted.isEmpty()) {
      return "-";
    }
    return seconds(Quantile.of(sorted, share));
  }

  private static String seconds(Duration value) {
    return String.format(Locale.ROOT, "%.0f s", value.toMillis() / 1000.0);
  }
}
