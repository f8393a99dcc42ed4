package dev.drawbridge.engine.time;

/** A body that runs on a thread of its own. */
public interface Spawned {
  /**
   * Ends the body: it leaves with {@link Killed} at the place where it gave the world up, or will
   * next. Without effect once it has ended.
   */
  void kill();

  /** Whether the body has returned or thrown. */
  boolean ended();
}
