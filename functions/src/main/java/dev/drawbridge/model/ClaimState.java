package dev.drawbridge.model;

import java.util.Locale;

/** How far an onboarding came. Only {@link #RUNNING} keeps another attempt away. */
public enum ClaimState {
  /** An execution holds the claim. */
  RUNNING,
  /** The path is accepted and verified. */
  ONBOARDED,
  /** Accepted, but the check afterwards failed: the path exists and needs a person. */
  ACCEPTED_UNVERIFIED,
  /** The request was refused, or something stands in its way. */
  FAILED,
  /** A person said no. */
  DENIED,
  /** The consumer or the approver did not come in time. */
  EXPIRED,
  /** The execution was stopped, ran out of time or broke off, and could not say so itself. */
  BROKEN_OFF,

  /** The consumer is being taken off, by {@link Claim#leavingArn}. */
  LEAVING,

  /** The consumer has left, and what was built is being taken down. */
  TEARING_DOWN,
  /** The consumer has left. */
  OFFBOARDED;

  /** Within a sentence for people. */
  public String words() {
    return name().toLowerCase(Locale.ROOT).replace('_', ' ');
  }
}
