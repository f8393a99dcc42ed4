package dev.drawbridge.inspection;

/** What a finding means for whoever uses the path. */
public enum Weight {
  /** Connections fail, or lead where nobody approved. */
  CUTS,
  /** Connections succeed, but something that keeps them right is missing. */
  WEAKENS,
  /** The path itself is as it should be. */
  NOTES
}
