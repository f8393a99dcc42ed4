package dev.drawbridge.engine.time;

import java.util.concurrent.SynchronousQueue;
import org.jspecify.annotations.Nullable;

/**
 * A body on a thread of its own that runs only between {@link #resume} and {@link #giveUp}, while
 * the thread that resumed it stands still: two threads, one running at a time.
 */
final class Coroutine implements Spawned {
  private static final ThreadLocal<@Nullable Coroutine> CURRENT = new ThreadLocal<>();

  private final SynchronousQueue<Boolean> go = new SynchronousQueue<>();
  private final SynchronousQueue<Boolean> stopped = new SynchronousQueue<>();
  private final Thread thread;
  private volatile boolean started;
  private volatile boolean ended;
  private volatile boolean killed;
  private volatile @Nullable Throwable failure;

  Coroutine(String name, Runnable body) {
    this.thread = Thread.ofVirtual().name(name).unstarted(() -> run(body));
  }

  /** The coroutine whose body calls this, or null on any other thread. */
  static @Nullable Coroutine current() {
    return CURRENT.get();
  }

  /** Lets the body run until it yields or ends; throws what it threw. */
  void resume() {
    if (ended) {
      return;
    }
    if (started) {
      hand(go);
    } else {
      started = true;
      thread.start();
    }
    receive(stopped);
    Throwable thrown = failure;
    if (thrown != null) {
      failure = null;
      throw new IllegalStateException("uncaught in " + thread.getName(), thrown);
    }
  }

  /** Called by the body: stands still until resumed. */
  void giveUp() {
    hand(stopped);
    receive(go);
    if (killed) {
      throw new Killed();
    }
  }

  boolean killed() {
    return killed;
  }

  @Override
  public void kill() {
    killed = true;
  }

  @Override
  public boolean ended() {
    return ended;
  }

  private void run(Runnable body) {
    CURRENT.set(this);
    try {
      if (!killed) {
        body.run();
      }
    } catch (Killed expected) {
      // The body was told to end, and did.
    } catch (Throwable thrown) {
      failure = thrown;
    } finally {
      ended = true;
      hand(stopped);
    }
  }

  private static void hand(SynchronousQueue<Boolean> to) {
    try {
      to.put(true);
    } catch (InterruptedException e) {
      throw new IllegalStateException("the thread of a simulated world was interrupted", e);
    }
  }

  private static void receive(SynchronousQueue<Boolean> from) {
    try {
      from.take();
    } catch (InterruptedException e) {
      throw new IllegalStateException("the thread of a simulated world was interrupted", e);
    }
  }
}
