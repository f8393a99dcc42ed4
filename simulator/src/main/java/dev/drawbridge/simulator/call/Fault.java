package dev.drawbridge.simulator.call;

/** What may go wrong with one call. */
public enum Fault {
  /** Refused by the service's rate limit; the operation had no effect. */
  THROTTLED,
  /** HTTP 500 before any effect. */
  INTERNAL_ERROR,
  /** The caller's role may not do this. */
  ACCESS_DENIED,
  /** No answer, and no effect. */
  TIMEOUT_BEFORE_EFFECT,
  /** No answer, although the operation took effect: the reply is lost. */
  TIMEOUT_AFTER_EFFECT,
  /** The calling worker dies before the call. */
  CRASH_BEFORE_EFFECT,
  /** The calling worker dies after the operation took effect. */
  CRASH_AFTER_EFFECT
}
