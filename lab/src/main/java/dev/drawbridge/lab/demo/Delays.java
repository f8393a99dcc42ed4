package dev.drawbridge.lab.demo;

import dev.drawbridge.simulator.Settings;

/** How long the simulated AWS takes on the wall clock. */
public enum Delays {
  /** Everything that AWS does is this many times faster; no figure measured so is AWS's. */
  LAB(20),

  /** As published. */
  AWS(1);

  private final long divisor;

  Delays(long divisor) {
    this.divisor = divisor;
  }

  /** By how much AWS's delays, and the seconds that callers set there, are divided. */
  public long divisor() {
    return divisor;
  }

  /** Every service under this profile. */
  public Settings settings() {
    return Settings.published().dividedBy(divisor);
  }

  /** One line for the reader of a summary. */
  public String explanation() {
    return divisor == 1
        ? "delays: aws (as published)"
        : "delays: lab (AWS's own delays divided by %d; timings are the lab's, not AWS's)"
            .formatted(divisor);
  }
}
