package dev.drawbridge.plan;

/**
 * Whose turn it is where many want to call load balancers, or RDS, at once.
 *
 * <p>A lane goes on while at most so many calls have been taken ahead of the time. The first of a
 * budget leaves a few, for somebody else of the account; each further one stands still as long as
 * one before it has work.
 */
public enum Lane {
  /** New writers: until then nobody can write. */
  WRITERS(Budget.REGISTRATIONS, 16),
  /** Former writers: until then somebody writes to a reader, and is refused. */
  FORMER_WRITERS(Budget.REGISTRATIONS, 10),
  /** Readers that came. */
  READERS(Budget.REGISTRATIONS, 6),
  /** Readers that went. */
  HOUSEKEEPING(Budget.REGISTRATIONS, 3),
  /** Whether new targets are healthy, and what groups and listeners hold in the end. */
  LOOKS(Budget.READS, 16),
  /** Whether RDS says what the names of the instances say by now: then the run goes on. */
  NAMES_AGREE(Budget.ROLES, 32),
  /** Whether RDS says something else by now than the names. */
  NAMES_DISAGREE(Budget.ROLES, 8),
  /** Whether the truth of a run has moved that only waits: it reads it at its next try else. */
  TRUTH(Budget.ROLES, 6),
  /** The same of a run that nobody has told anything, and that looks again or is about to end. */
  IDLE(Budget.ROLES, 4),
  /** Whether names agree, and with what, of a database that carries nobody's connections yet. */
  NAMES_OF_NOBODY(Budget.ROLES, 2);

  private final Budget budget;
  private final int ahead;

  Lane(Budget budget, int ahead) {
    this.budget = budget;
    this.ahead = ahead;
  }

  /** What its calls are taken from. */
  public Budget budget() {
    return budget;
  }

  /** Why whoever has to wait for it waits, for people. */
  public String waits() {
    return "others go first: not the turn of %s yet".formatted(this);
  }

  /**
   * Whether it may take the next call.
   *
   * @param takenUntil when all calls that were taken so far would have been made, at the budget's
   *     pace
   * @param now of the same clock, in milliseconds
   */
  public boolean goes(long takenUntil, long now) {
    return takenUntil - now <= (ahead - 1) * budget.pause().toMillis();
  }
}
