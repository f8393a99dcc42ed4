package dev.drawbridge.plan;

/**
 * Whose turn it is to register or deregister targets where many want to at once: an account may do
 * so 20 times, then 4 times a second ("Request throttling for the Elastic Load Balancing API").
 *
 * <p>A lane goes on while at most so many calls have been taken ahead of the time. The first leaves
 * a few, for somebody else of the account; each further one stands still as long as one before it
 * has work.
 */
public enum Lane {
  /** New writers: until then nobody can write. */
  WRITERS(16),
  /** Former writers: until then somebody writes to a reader, and is refused. */
  FORMER_WRITERS(10),
  /** Readers that came. */
  READERS(6),
  /** Readers that went. */
  HOUSEKEEPING(3);

  /** The pause between two calls that can go on for ever. */
  public static final long MILLIS_A_CALL = 250;

  private final int ahead;

  Lane(int ahead) {
    this.ahead = ahead;
  }

  /**
   * Whether it may take the next call.
   *
   * @param takenUntil when all calls that were taken so far would have been made, at that pace
   * @param now of the same clock, in milliseconds
   */
  public boolean goes(long takenUntil, long now) {
    return takenUntil - now <= (ahead - 1) * MILLIS_A_CALL;
  }

  /** When all calls would have been made with one more. */
  public static long oneMore(long takenUntil, long now) {
    return Math.max(takenUntil, now) + MILLIS_A_CALL;
  }
}
