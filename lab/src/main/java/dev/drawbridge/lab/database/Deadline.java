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
      if (passed()) {
        throw new LabException("after " + limit.toSeconds() + " s: " + complaint.get());
      }
      pause(between, complaint);
    }
  }

  /**
   * What {@code attempt} gives, tried again and again while it fails with {@link LabException}.
   *
   * @throws LabException the last one, where none succeeds in time
   */
  public <T> T retrying(Duration between, Supplier<T> attempt) {
    while (true) {
      try {
        return attempt.get();
      } catch (LabException e) {
        if (passed()) {
          throw e;
        }
        pause(between, e::getMessage);
      }
    }
  }

  private boolean passed() {
    return System.nanoTime() >= end;
  }

  private static void pause(Duration time, Supplier<String> complaint) {
    try {
      Thread.sleep(time);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new LabException("interrupted: " + complaint.get(), e);
    }
  }
}
