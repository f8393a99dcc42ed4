package dev.drawbridge.engine.time;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;

/**
 * The one source of time, of concurrency and of chance in a simulated world.
 *
 * <p>All state of the world is guarded by it: code that reads or changes state runs as a task
 * ({@link #after}), in a spawned body ({@link #spawn}), or under {@link #exclusively}. At any
 * moment exactly one of them runs, so services need no locks of their own.
 */
public interface Scheduler extends InstantSource {

  /** The current instant of this world. */
  Instant now();

  @Override
  default Instant instant() {
    return now();
  }

  /** Runs {@code task} once, {@code delay} from now. A zero delay still runs after the caller. */
  Timer after(Duration delay, Runnable task);

  /** Runs {@code task} at {@code instant}, or at once when that has passed. */
  default Timer at(Instant instant, Runnable task) {
    Duration delay = Duration.between(now(), instant);
    return after(delay.isNegative() ? Duration.ZERO : delay, task);
  }

  /**
   * Starts {@code body} on a thread of its own: a Lambda invocation. It holds the world whenever it
   * runs, and gives it up only in {@link #pause} and {@link #await}.
   */
  Spawned spawn(String name, Runnable body);

  /** Lets {@code time} pass for the calling thread, and others run meanwhile. */
  void pause(Duration time);

  /**
   * Lets others run until {@code condition} holds or {@code limit} has passed.
   *
   * @return whether the condition held
   */
  boolean await(BooleanSupplier condition, Duration limit);

  /**
   * What {@code body} gives, computed while nothing else of this world runs; for threads from
   * outside.
   */
  <T extends @Nullable Object> T exclusively(Supplier<T> body);

  /** Runs {@code body} while nothing else of this world runs; for threads from outside. */
  default void exclusively(Runnable body) {
    this.<@Nullable Void>exclusively(
        () -> {
          body.run();
          return null;
        });
  }

  /** Seeded chance: the same seed gives the same world. */
  RandomGenerator random();

  /** Whether time is virtual, so that waiting costs nothing. */
  boolean virtual();
}
