package dev.drawbridge.model;

/** What an instance's status says about its target. */
public enum Serving {
  /** Belongs among the targets. */
  SERVES,
  /** Does not belong among them. */
  DOES_NOT_SERVE,
  /**
   * The status does not tell: a reader that is there stays, one that is not is not added. A writer
   * is followed by its role.
   */
  UNDECIDED
}
