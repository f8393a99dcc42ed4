package dev.drawbridge.lab.bench;

import java.time.Duration;
import java.util.List;

/** Of measured times. */
public final class Quantile {
  private Quantile() {}

  /** The value that so large a share of all does not exceed. */
  public static Duration of(List<Duration> sorted, double share) {
    int index = (int) Math.ceil(share * sorted.size()) - 1;
    return sorted.get(Math.max(0, index));
  }
}
