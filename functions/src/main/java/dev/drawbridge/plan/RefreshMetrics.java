package dev.drawbridge.plan;

import dev.drawbridge.model.Metrics;
import dev.drawbridge.model.Metrics.Dimension;
import dev.drawbridge.model.Metrics.Metric;
import dev.drawbridge.model.RefreshResult;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/** What CloudWatch is told of a refresh, for each database and kind of cause. */
public final class RefreshMetrics {
  /** Refreshes that ended without having done their work: what an alarm watches. */
  public static final String FAILED = "FailedRefreshes";

  private static final String COUNT = "Count";
  private static final String SECONDS = "Seconds";
  private static final Pattern AFTER_KIND = Pattern.compile("[ :].*");

  private RefreshMetrics() {}

  /** Of one that has done its work; {@code result} is complete. */
  public static Metrics of(RefreshResult result) {
    Instant settled = result.settledAt() == null ? result.startedAt() : result.settledAt();
    List<Metric> metrics = new ArrayList<>();
    metrics.add(new Metric(FAILED, COUNT, 0));
    metrics.add(new Metric("Refreshes", COUNT, 1));
    metrics.add(new Metric("RefreshTime", SECONDS, seconds(result.requestedAt(), settled)));
    metrics.add(new Metric("Passes", COUNT, result.rounds()));
    metrics.add(new Metric("Changes", COUNT, result.changes().size()));
    Instant switched = result.switchedAt();
    // A run that took over from one that died knows of a switch that it did not make.
    if (switched != null && !switched.isBefore(result.requestedAt())) {
      metrics.add(new Metric("Switches", COUNT, 1));
      metrics.add(new Metric("SwitchTime", SECONDS, seconds(result.requestedAt(), switched)));
      metrics.add(new Metric("SettleTime", SECONDS, seconds(switched, settled)));
    }
    return new Metrics(settled, dimensions(result.databaseIdentifier(), result.cause()), metrics);
  }

  /** Of one that failed. */
  public static Metrics failed(String databaseIdentifier, String cause, Instant at) {
    return new Metrics(
        at, dimensions(databaseIdentifier, cause), List.of(new Metric(FAILED, COUNT, 1)));
  }

  /** Event ids and reasons would make a metric of their own each: only the kind of cause counts. */
  private static List<Dimension> dimensions(String databaseIdentifier, String cause) {
    return List.of(
        new Dimension("Database", databaseIdentifier),
        new Dimension("Cause", AFTER_KIND.matcher(cause).replaceFirst("")));
  }

  private static double seconds(Instant from, Instant to) {
    return Duration.between(from, to).toMillis() / 1000.0;
  }
}
