package dev.drawbridge.engine.time;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.PriorityQueue;
import java.util.Random;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;

/**
 * Virtual time: a wait of fourteen days takes microseconds, and a run repeats from its seed.
 *
 * <p>The thread that calls {@link #await} or {@link #pause} from outside drives the world: it takes
 * the next event off the queue, sets the clock to the event's time and runs it. Time moves only
 * there, so code never sees it pass while it computes. Events due at the same instant run in an
 * order drawn from the seed, so that different seeds explore different interleavings.
 */
public final class VirtualScheduler implements Scheduler {
  private final PriorityQueue<Event> queue = new PriorityQueue<>();
  private final List<Waiting> waiting = new ArrayList<>();
  private final ReentrantLock driver = new ReentrantLock();
  private final Random order;
  private final Random random;
  private Instant now;
  private long sequence;

  /** A world that begins at {@code start}; all chance in it comes from {@code seed}. */
  public VirtualScheduler(Instant start, long seed) {
    this.now = start;
    this.order = new Random(seed ^ 0x5DEECE66DL);
    this.random = new Random(seed);
  }

  @Override
  public Instant now() {
    return now;
  }

  @Override
  public Timer after(Duration delay, Runnable task) {
    return schedule(now.plus(delay), order.nextInt(), task);
  }

  @Override
  public Spawned spawn(String name, Runnable body) {
    Coroutine coroutine = new Coroutine(name, body);
    after(Duration.ZERO, coroutine::resume);
    return coroutine;
  }

  @Override
  public void pause(Duration time) {
    Coroutine self = Coroutine.current();
    if (self == null) {
      await(() -> false, time);
      return;
    }
    after(time, self::resume);
    self.giveUp();
  }

  @Override
  public boolean await(BooleanSupplier condition, Duration limit) {
    Coroutine self = Coroutine.current();
    return self == null ? drive(condition, now.plus(limit)) : park(self, condition, limit);
  }

  @Override
  public <T extends @Nullable Object> T exclusively(Supplier<T> body) {
    if (Coroutine.current() != null) {
      return body.get();
    }
    driver.lock();
    try {
      return body.get();
    } finally {
      driver.unlock();
    }
  }

  @Override
  public RandomGenerator random() {
    return random;
  }

  @Override
  public boolean virtual() {
    return true;
  }

  private Event schedule(Instant due, int tie, Runnable task) {
    Event event = new Event(due, tie, sequence++, task);
    queue.add(event);
    return event;
  }

  private boolean park(Coroutine self, BooleanSupplier condition, Duration limit) {
    if (condition.getAsBoolean()) {
      return true;
    }
    Waiting entry = new Waiting(condition, self);
    waiting.add(entry);
    Timer deadline =
        after(
            limit,
            () -> {
              waiting.remove(entry);
              self.resume();
            });
    self.giveUp();
    deadline.cancel();
    return condition.getAsBoolean();
  }

  private boolean drive(BooleanSupplier condition, Instant deadline) {
    driver.lock();
    try {
      while (!condition.getAsBoolean()) {
        Event next = queue.peek();
        if (next == null || next.due.isAfter(deadline)) {
          now = deadline.isAfter(now) ? deadline : now;
          return condition.getAsBoolean();
        }
        queue.remove();
        run(next);
      }
      return true;
    } finally {
      driver.unlock();
    }
  }

  private void run(Event event) {
    @Nullable Runnable task = event.task;
    if (task == null) {
      return;
    }
    now = event.due;
    task.run();
    wake();
  }

  /** Resumes, as events of this very instant, all whose condition has come true. */
  private void wake() {
    if (waiting.isEmpty()) {
      return;
    }
    for (Waiting entry : List.copyOf(waiting)) {
      if (entry.condition.getAsBoolean() || entry.coroutine.killed()) {
        waiting.remove(entry);
        after(Duration.ZERO, entry.coroutine::resume);
      }
    }
  }

  private record Waiting(BooleanSupplier condition, Coroutine coroutine) {}

  private static final class Event implements Timer, Comparable<Event> {
    private final Instant due;
    private final int tie;
    private final long sequence;
    private @Nullable Runnable task;

    Event(Instant due, int tie, long sequence, Runnable task) {
      this.due = due;
      this.tie = tie;
      this.sequence = sequence;
      this.task = task;
    }

    @Override
    public void cancel() {
      task = null;
    }

    @Override
    public int compareTo(Event other) {
      int byTime = due.compareTo(other.due);
      if (byTime != 0) {
        return byTime;
      }
      int byTie = Integer.compare(tie, other.tie);
      return byTie != 0 ? byTie : Long.compare(sequence, other.sequence);
    }
  }
}
