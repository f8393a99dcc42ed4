package dev.drawbridge.model;

import java.util.Arrays;

/** The states of an endpoint connection, and what each means for us. */
public enum ConnectionState {
  PENDING_ACCEPTANCE("pendingAcceptance"),
  PENDING("pending"),
  AVAILABLE("available"),
  PARTIAL("partial"),
  DELETING("deleting"),
  DELETED("deleted"),
  REJECTED("rejected"),
  FAILED("failed"),
  EXPIRED("expired"),
  /** A state that AWS added after this was written: never acted upon. */
  UNKNOWN("unknown");

  private final String awsName;

  ConnectionState(String awsName) {
    this.awsName = awsName;
  }

  /** EC2 itself is not consistent about the first letter: {@code PendingAcceptance} occurs too. */
  public static ConnectionState of(String awsName) {
    return Arrays.stream(values())
        .filter(state -> state.awsName.equalsIgnoreCase(awsName))
        .findFirst()
        .orElse(UNKNOWN);
  }

  public String awsName() {
    return awsName;
  }

  /** Waits for the provider's word. */
  public boolean waits() {
    return this == PENDING_ACCEPTANCE;
  }

  /** The provider's word was yes, and the consumer has not left. */
  public boolean accepted() {
    return this == PENDING || this == AVAILABLE || this == PARTIAL;
  }

  /** Waits, or is accepted: one that the consumer has made and that is not over. */
  public boolean stands() {
    return waits() || accepted();
  }

  /** Will never carry traffic again. AWS lets nobody use a rejected endpoint a second time. */
  public boolean gone() {
    return this == DELETING
        || this == DELETED
        || this == REJECTED
        || this == FAILED
        || this == EXPIRED;
  }
}
