package dev.drawbridge.refresh;

import dev.drawbridge.model.Metrics;
import dev.drawbridge.model.Metrics.Dimension;
import dev.drawbridge.model.Metrics.Metric;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

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

  /** What our own workers state; whoever starts a run can make up others without end. */
  private static final Set<String> KINDS =
      Set.of("onboarding", "event", "drift", "hold", "unstated");

  /** For whatever somebody has named that is no exposed database. */
  private static final String NOT_EXPOSED = "(not exposed)";

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
    ownSwitch(result.requestedAt(), result.switchedAt())
        .ifPresent(
            at -> {
              metrics.addAll(switched(result.requestedAt(), at));
              metrics.add(new Metric("SettleTime", SECONDS, seconds(at, settled)));
            });
    return new Metrics(settled, dimensions(result.databaseIdentifier(), result.cause()), metrics);
  }

  /** Of one that failed; it may have switched before. */
  public static Metrics failed(Released record) {
    List<Metric> metrics = new ArrayList<>();
    metrics.add(new Metric(FAILED, COUNT, 1));
    metrics.add(new Metric("Changes", COUNT, record.changes().size()));
    ownSwitch(record.requestedAt(), record.switchedAt())
        .ifPresent(at -> metrics.addAll(switched(record.requestedAt(), at)));
    String database = record.exposed() ? record.databaseIdentifier() : NOT_EXPOSED;
    return new Metrics(record.failedAt(), dimensions(database, record.cause()), metrics);
  }

  /** A run that took over from one that died knows of a switch that it did not make. */
  private static Optional<Instant> ownSwitch(Instant requested, @Nullable Instant switched) {
    return Optional.ofNullable(switched).filter(at -> !at.isBefore(requested));
  }

  private static List<Metric> switched(Instant requested, Instant switched) {
    return List.of(
        new Metric("Switches", COUNT, 1),
        new Metric("SwitchTime", SECONDS, seconds(requested, switched)));
  }

  /** Event ids and reasons would make a metric of their own each: only the kind of cause counts. */
  private static List<Dimension> dimensions(String databaseIdentifier, String cause) {
    String kind = AFTER_KIND.matcher(cause).replaceFirst("");
    return List.of(
        new Dimension("Database", databaseIdentifier),
        new Dimension("Cause", KINDS.contains(kind) ? kind : "other"));
  }

  private static double seconds(Instant from, Instant to) {
    return Duration.between(from, to).toMillis() / 1000.0;
  }
}
