package dev.drawbridge.engine.time;

import java.time.Duration;
import java.time.Instant;
import java.util.Random;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;

/**
 * The wall clock: the same world in real time, guarded by one lock. Close it to stop its thread.
 */
public final class WallScheduler implements Scheduler, AutoCloseable {
  private static final ThreadLocal<@Nullable SpawnedThread> CURRENT = new ThreadLocal<>();

  private final ReentrantLock world = new ReentrantLock(true);
  private final Condition changed = world.newCondition();

  /** Threads of a world that has been closed may still set timers, which then never fire. */
  private final ScheduledExecutorService timers =
      new ScheduledThreadPoolExecutor(
          1,
          Thread.ofPlatform().daemon().name("world-timers").factory(),
          new ThreadPoolExecutor.DiscardPolicy());

  private final Random random;

  /** All chance of this world comes from {@code seed}; real time does not repeat. */
  public WallScheduler(long seed) {
    this.random = new Random(seed);
  }

  @Override
  public Instant now() {
    return Instant.now();
  }

  @Override
  public Timer after(Duration delay, Runnable task) {
    ScheduledFuture<?> future =
        timers.schedule(() -> guarded(task), delay.toNanos(), TimeUnit.NANOSECONDS);
    return () -> future.cancel(false);
  }

  @Override
  public Spawned spawn(String name, Runnable body) {
    SpawnedThread spawned = new SpawnedThread();
    Runnable run =
        () -> {
          CURRENT.set(spawned);
          try {
            exclusively(body);
          } catch (Killed expected) {
            // The body was told to end, and did.
          } finally {
            spawned.ended = true;
          }
        };
    Thread.ofPlatform().daemon().name(name).start(run);
    return spawned;
  }

  @Override
  public void pause(Duration time) {
    await(() -> false, time);
  }

  @Override
  public boolean await(BooleanSupplier condition, Duration limit) {
    long left = limit.toNanos();
    world.lock();
    try {
      while (!condition.getAsBoolean() && left > 0) {
        checkAlive();
        // A condition may also become true by time alone, so look again now and then.
        left -= Math.min(left, waitAtMost(Math.min(left, TimeUnit.MILLISECONDS.toNanos(20))));
      }
      checkAlive();
      return condition.getAsBoolean();
    } finally {
      world.unlock();
    }
  }

  @Override
  public <T extends @Nullable Object> T exclusively(Supplier<T> body) {
    world.lock();
    try {
      return body.get();
    } finally {
      changed.signalAll();
      world.unlock();
    }
  }

  @Override
  public RandomGenerator random() {
    return random;
  }

  @Override
  public boolean virtual() {
    return false;
  }

  @Override
  public void close() {
    timers.shutdownNow();
  }

  @SuppressWarnings("WaitNotInLoop") // the one caller loops
  private long waitAtMost(long nanos) {
    try {
      return nanos - changed.awaitNanos(nanos);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("interrupted while waiting for the simulated world", e);
    }
  }

  private void guarded(Runnable task) {
    try {
      exclusively(task);
    } catch (RuntimeException | Error e) {
      // A timer has no caller: report it as any uncaught exception, and keep the clock running.
      Thread thread = Thread.currentThread();
      thread.getUncaughtExceptionHandler().uncaughtException(thread, e);
    }
  }

  private void checkAlive() {
    SpawnedThread self = CURRENT.get();
    if (self != null && self.killed) {
      throw new Killed();
    }
  }

  private static final class SpawnedThread implements Spawned {
    private volatile boolean killed;
    private volatile boolean ended;

    @Override
    public void kill() {
      killed = true;
    }

    @Override
    public boolean ended() {
      return ended;
    }
  }
}
