package dev.drawbridge.lab.consumer;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;

/**
 * A steady load of writes and reads, each on a new connection, whatever becomes of the last one.
 * Close it to stop; what it saw stays readable.
 */
public final class Load implements AutoCloseable {
  private final List<Attempt> writes = new ArrayList<>();
  private final List<Attempt> reads = new ArrayList<>();
  private final List<Thread> threads;
  private volatile boolean stopped;

  /**
   * Starts one writing and one reading thread.
   *
   * @param firstId of the rows that it writes; the following ones are its own, too
   * @param pause between the end of one attempt and the start of the next
   */
  public Load(Application application, int firstId, Duration pause) {
    AtomicInteger id = new AtomicInteger(firstId);
    threads =
        List.of(
            start("load-writes", writes, pause, () -> application.write(id.getAndIncrement())),
            start("load-reads", reads, pause, application::read));
  }

  /** Every write so far, in order. */
  public List<Attempt> writes() {
    synchronized (writes) {
      return List.copyOf(writes);
    }
  }

  /** Every read so far, in order. */
  public List<Attempt> reads() {
    synchronized (reads) {
      return List.copyOf(reads);
    }
  }

  @Override
  public void close() {
    stopped = true;
    try {
      for (Thread thread : threads) {
        thread.join();
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private Thread start(String name, List<Attempt> log, Duration pause, Supplier<Attempt> attempt) {
    return Thread.ofPlatform().daemon().name(name).start(() -> run(log, pause, attempt));
  }

  private void run(List<Attempt> log, Duration pause, Supplier<Attempt> attempt) {
    try {
      while (!stopped) {
        Attempt done = attempt.get();
        synchronized (log) {
          log.add(done);
        }
        Thread.sleep(pause);
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
