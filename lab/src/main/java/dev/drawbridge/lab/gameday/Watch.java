package dev.drawbridge.lab.gameday;

import dev.drawbridge.lab.process.LabException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;

/**
 * Looks again and again.
 *
 * @param sleep waits by the same clock
 * @param every the time between two looks
 * @param patience for people, and for AWS's slowest parts
 */
public record Watch(
    InstantSource clock, Consumer<Duration> sleep, Duration every, Duration patience) {

  /** On the wall clock. */
  public static Watch onTheWallClock(Duration every, Duration patience) {
    return new Watch(InstantSource.system(), Watch::sleep, every, patience);
  }

  Instant now() {
    return clock.instant();
  }

  /**
   * Looks until it is so.
   *
   * @param what for the message
   * @throws LabException when patience ends
   */
  void until(String what, BooleanSupplier so) {
    if (!within(patience, so)) {
      throw new LabException(
          "%s did not come within %d minutes; look at ./drawbridge status, or give --patience more"
              .formatted(what, patience.toMinutes()));
    }
  }

  /** Looks until it is so, or the time is over; tells which. */
  boolean within(Duration time, BooleanSupplier so) {
    Instant end = now().plus(time);
    while (!so.getAsBoolean()) {
      if (now().isAfter(end)) {
        return false;
      }
      pause();
    }
    return true;
  }

  void pause() {
    sleep.accept(every);
  }

  private static void sleep(Duration time) {
    try {
      Thread.sleep(time);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new LabException("interrupted; what was made stays, see ./drawbridge review", e);
    }
  }
}
