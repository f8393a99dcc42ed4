package dev.drawbridge.model;

import java.time.Instant;

/**
 * What ends the wait for an approver.
 *
 * @param decision {@code APPROVED}, {@code DENIED} or {@code ENDPOINT_GONE}
 * @param decidedBy a person, or {@code drawbridge} for an endpoint that went away
 * @param message the person's comment, or what became of the endpoint
 */
public record Decision(
    String decision, String approvalId, String decidedBy, Instant decidedAt, String message) {
  /** The endpoint went away before anybody answered. */
  public static Decision endpointGone(String approvalId, Instant at, String message) {
    return new Decision("ENDPOINT_GONE", approvalId, "drawbridge", at, message);
  }

  /** A person's answer. */
  public static Decision of(Approval approval, Approval.Answer answer) {
    return new Decision(
        approval.status().name(), approval.id(), answer.by(), answer.at(), answer.comment());
  }
}
