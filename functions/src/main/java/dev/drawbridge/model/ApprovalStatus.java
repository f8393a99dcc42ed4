package dev.drawbridge.model;

/** Where a question to a person stands. */
public enum ApprovalStatus {
  PENDING,
  APPROVED,
  DENIED
}
