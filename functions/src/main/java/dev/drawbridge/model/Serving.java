package dev.drawbridge.model;

/** What an instance's status says about its target. */
public enum Serving {
  /** Belongs among the targets. */
  SERVES,
  /** Does not belong among them. */
  DOES_NOT_SERVE,
  /**
   * It answers, and what it says is old for ever: RDS has ended its replication. It is no reader
   * among others any more; a port of its own goes on leading to it.
   */
  STALE,
  /**
   * The status does not tell: a reader that is there stays, one that is not is not added. A writer
   * is followed by its role.
   */
  UNDECIDED
}
