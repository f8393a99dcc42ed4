package dev.drawbridge.engine.time;

/** Unwinds a spawned body that was killed: a Lambda time-out, or a worker's crash. */
public final class Killed extends Error {
  private static final long serialVersionUID = 1L;

  /** No stack trace: it is not a fault of the code that it unwinds. */
  public Killed() {
    super("killed", null, false, false);
  }
}
