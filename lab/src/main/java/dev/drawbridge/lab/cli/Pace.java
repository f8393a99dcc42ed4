package dev.drawbridge.lab.cli;

import dev.drawbridge.lab.process.LabException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.function.Consumer;

/** Lets threads begin one after the other, never two within a time. */
final class Pace {
  private final InstantSource clock;
  private final Consumer<Duration> sleep;
  private final Duration every;
  private Instant next = Instant.MIN;

  /**
   * A pace.
   *
   * @param sleep waits by the same clock
   * @param every the time between two beginnings
   */
  Pace(InstantSource clock, Consumer<Duration> sleep, Duration every) {
    this.clock = clock;
    this.sleep = sleep;
    this.every = every;
  }

  /** On the wall clock. */
  static Pace perSecond(int times) {
    if (times < 1) {
      throw new LabException("--per-second is %d; give at least 1".formatted(times));
    }
    return new Pace(InstantSource.system(), Pace::sleep, Duration.ofSeconds(1).dividedBy(times));
  }

  /** Returns when it is the caller's turn. */
  void await() {
    Duration wait = turn();
    if (wait.isPositive()) {
      sleep.accept(wait);
    }
  }

  private synchronized Duration turn() {
    Instant now = clock.instant();
    Instant mine = next.isAfter(now) ? next : now;
    next = mine.plus(every);
    return Duration.between(now, mine);
  }

  private static void sleep(Duration time) {
    try {
      Thread.sleep(time);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new LabException("interrupted while waiting to ask", e);
    }
  }
}
