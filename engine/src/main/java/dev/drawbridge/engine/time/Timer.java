package dev.drawbridge.engine.time;

/** A task that was scheduled and may still be called off. */
public interface Timer {
  /** Calls the task off; without effect once it has run. */
  void cancel();
}
