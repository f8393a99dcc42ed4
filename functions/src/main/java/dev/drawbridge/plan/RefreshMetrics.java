package dev.drawbridge.plan;

import dev.drawbridge.model.Metrics;
import dev.drawbridge.model.Metrics.Dimension;
import dev.drawbridge.model.Metrics.Metric;
import dev.drawbridge.model.RefreshResult;
import dev.drawbridge.model.Released;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/** What CloudWatch is told of a refresh, for each database and kind of cause. */
public final class RefreshMetrics {
  /**
   * Refreshes that let go of their lease without having done their work. One that never got it, or
   * that was ended from outside, is counted by Step Functions alone.
   */
  private static final String FAILED = "FailedRefreshes";

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
    if (switched != null && own(switched, result.requestedAt())) {
      metrics.addAll(switched(result.requestedAt(), switched));
      metrics.add(new Metric("SettleTime", SECONDS, seconds(switched, settled)));
    }
    return new Metrics(settled, dimensions(result.databaseIdentifier(), result.cause()), metrics);
  }

  /** Of one that failed; it may have switched before. */
  public static Metrics failed(Released record) {
    List<Metric> metrics = new ArrayList<>();
    metrics.add(new Metric(FAILED, COUNT, 1));
    metrics.add(new Metric("Changes", COUNT, record.changes().size()));
    Instant switched = record.switchedAt();
    if (switched != null && own(switched, record.requestedAt())) {
      metrics.addAll(switched(record.requestedAt(), switched));
    }
    return new Metrics(
        record.failedAt(), dimensions(record.databaseIdentifier(), record.cause()), metrics);
  }

  /** A run that took over from one that died knows of a switch that it did not make. */
  private static boolean own(Instant switched, Instant requested) {
    return !switched.isBefore(requested);
  }

  private static List<Metric> switched(Instant requested, Instant switched) {
    return List.of(
        new Metric("Switches", COUNT, 1),
        new Metric("SwitchTime", SECONDS, seconds(requested, switched)));
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
