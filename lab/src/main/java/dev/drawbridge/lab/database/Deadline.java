package dev.drawbridge.lab.database;

import dev.drawbridge.lab.process.LabException;
import java.time.Duration;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;

/** A limit, in real time, for something that another process must do. */
public final class Deadline {
  private final Duration limit;
  private final long end;

  private Deadline(Duration limit) {
    this.limit = limit;
    this.end = System.nanoTime() + limit.toNanos();
  }

  public static Deadline of(Duration limit) {
    return new Deadline(limit);
  }

  /**
   * Asks again and again until the condition holds.
   *
   * @param complaint what to say where it does not hold in time
   * @throws LabException then, and when the thread is interrupted
   */
  public void until(Duration between, BooleanSupplier condition, Supplier<String> complaint) {
    while (!condition.getAsBoolean()) {
      if (System.nanoTime() >= end) {
        throw new LabException("after " + limit.toSeconds() + " s: " + complaint.get());
      }
      try {
        Thread.sleep(between);
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
        throw new LabException("interrupted: " + complaint.get(), e);
      }
    }
  }
}
