package dev.drawbridge.lab.bench;

import java.io.PrintWriter;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * The write outage of an Aurora failover over what nobody knows for certain: how long a load
 * balancer takes to use a new target, and to follow a changed listener.
 */
public final class Surface {
  private final FailoverBench bench;
  private final PrintWriter out;

  /** Nothing has been measured yet. */
  public Surface(FailoverBench bench, PrintWriter out) {
    this.bench = bench;
    this.out = out;
  }

  /**
   * Measures and prints.
   *
   * @param picture where to draw it too
   */
  public void print(Optional<Path> picture) {
    Map<SurfaceCell, Duration> medians = measure();
    out.printf(
        "Aurora, %s a cell, seed %d, virtual clock: write outage p50 by registration time and%n"
            + "listener change time, both UNCONFIRMED; everything else as published.%n%n",
        FailoverReport.failovers(bench.runs()), bench.seed());
    out.println(
        "| mode | a new target's first check after | "
            + SurfaceCell.LISTENER_CHANGES.stream()
                .map("listener followed after %d s"::formatted)
                .collect(Collectors.joining(" | "))
            + " |");
    out.println("|---|--:|" + "--:|".repeat(SurfaceCell.LISTENER_CHANGES.size()));
    for (SurfaceMode mode : SurfaceMode.values()) {
      SurfaceCell.REGISTRATIONS.forEach(
          registration ->
              out.printf(
                  "| %s | %d s | %s |%n",
                  mode.words, registration, row(medians, mode, registration)));
    }
    out.flush();
    picture.ifPresent(file -> new SurfaceDrawing(medians).writeTo(file));
  }

  private Map<SurfaceCell, Duration> measure() {
    Map<SurfaceCell, Duration> measured =
        SurfaceCell.all()
            .map(SurfaceCell::measured)
            .distinct()
            .parallel()
            .map(cell -> Map.entry(cell, median(bench.measure(cell.policy(), Kind.AURORA))))
            .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
    return SurfaceCell.all()
        .collect(
            Collectors.toMap(
                Function.identity(),
                cell -> Objects.requireNonNull(measured.get(cell.measured()))));
  }

  private static Duration median(List<Outcome> outcomes) {
    return Quantile.of(
        outcomes.stream()
            .map(each -> each.repaired() ? each.outage() : Measurement.HORIZON)
            .sorted()
            .toList(),
        0.5);
  }

  private static String row(
      Map<SurfaceCell, Duration> medians, SurfaceMode mode, int registration) {
    return SurfaceCell.LISTENER_CHANGES.stream()
        .map(change -> medians.get(new SurfaceCell(mode, registration, change)))
        .map(Table::seconds)
        .collect(Collectors.joining(" | "));
  }
}
