package dev.drawbridge.lab.gameday;

import java.util.Optional;
import java.util.function.Function;

/** Tries to write as often as the watch looks, beside it: a try may hang until its time-out. */
final class WriteWatch implements AutoCloseable {
  private final WriteLog log = new WriteLog();
  private final Optional<Thread> thread;
  private volatile boolean closed;

  WriteWatch(Optional<WriteProbe> probe, Watch watch) {
    thread = probe.map(each -> Thread.ofVirtual().name("probe").start(() -> tryAgain(each, watch)));
  }

  private void tryAgain(WriteProbe probe, Watch watch) {
    while (!closed) {
      var at = watch.now();
      boolean wrote = probe.writes();
      synchronized (log) {
        log.add(at, wrote);
      }
      if (!closed) {
        rest(watch);
      }
    }
  }

  /** Its own pause: closing interrupts it, which is no failure. */
  private static void rest(Watch watch) {
    try {
      Thread.sleep(watch.every());
    } catch (InterruptedException closing) {
      Thread.currentThread().interrupt();
    }
  }

  /** What the log says by now. */
  <T> T log(Function<WriteLog, T> question) {
    synchronized (log) {
      return question.apply(log);
    }
  }

  /** Does not wait for a try that hangs. */
  @Override
  public void close() {
    closed = true;
    thread.ifPresent(Thread::interrupt);
  }
}
