package dev.drawbridge.model;

import java.time.Instant;
import java.util.List;

/**
 * Figures of one moment, for CloudWatch.
 *
 * @param dimensions what they can be told apart by; each figure is published with none of them,
 *     with the first, and so on to all, so that one alarm can watch every database
 */
public record Metrics(Instant at, List<Dimension> dimensions, List<Metric> metrics) {

  /** A dimension and its value. */
  public record Dimension(String name, String value) {}

  /**
   * One figure.
   *
   * @param unit as CloudWatch spells it: {@code Count}, {@code Seconds}
   */
  public record Metric(String name, String unit, double value) {}

  /** Keeps copies. */
  public Metrics {
    dimensions = List.copyOf(dimensions);
    metrics = List.copyOf(metrics);
  }
}
