package dev.drawbridge.model;

import java.util.Locale;

/** Where a question to a person stands. */
public enum ApprovalStatus {
  PENDING,
  APPROVED,
  DENIED;

  /** Within a sentence for people. */
  public String words() {
    return name().toLowerCase(Locale.ROOT);
  }
}
