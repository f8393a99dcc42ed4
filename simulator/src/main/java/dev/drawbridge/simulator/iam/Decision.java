package dev.drawbridge.simulator.iam;

/** What a policy answers. */
public enum Decision {
  ALLOWED,
  /** Nothing allows it. */
  DENIED,
  /** A statement denies it, whatever others allow. */
  EXPLICITLY_DENIED
}
