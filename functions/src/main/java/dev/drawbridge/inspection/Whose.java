package dev.drawbridge.inspection;

/** Who can do something about a finding. */
public enum Whose {
  /** Drawbridge itself. */
  DRAWBRIDGE,
  /** Whoever owns the database. */
  OWNER,
  /** The consumer. */
  CONSUMER,
  /** Whoever says yes. */
  APPROVERS
}
