package dev.drawbridge.inspection;

import java.time.Duration;

/** How often each path is looked at as a whole. */
public final class Period {
  private static final Duration SHORTEST = Duration.ofMinutes(10);
  private static final int DATABASES = 20;

  private Period() {}

  /** Every ten minutes for up to 20 databases; beyond, the calls stay as many and each waits. */
  public static Duration of(int databases) {
    return databases <= DATABASES
        ? SHORTEST
        : SHORTEST.multipliedBy(databases).dividedBy(DATABASES);
  }
}
