package dev.drawbridge.model;

import java.time.Instant;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * What ends the wait for an approver.
 *
 * @param decision {@code APPROVED}, {@code DENIED} or {@code ENDPOINT_GONE}
 * @param decidedBy who said it, or {@code drawbridge} for an endpoint that went away
 * @param message the last comment, or what became of the endpoint
 */
public record Decision(
    String decision, String approvalId, String decidedBy, Instant decidedAt, String message) {
  /** What a run is told is a small part of the 256 KB that its state may have. */
  private static final int LONGEST_NAMES = 4000;

  /** The endpoint went away before anybody answered. */
  public static Decision endpointGone(String approvalId, Instant at, String message) {
    return new Decision("ENDPOINT_GONE", approvalId, "drawbridge", at, message);
  }

  /** What has become of a question; empty while it is open. */
  public static Optional<Decision> of(Approval approval) {
    if (approval.status() == ApprovalStatus.PENDING || approval.votes().isEmpty()) {
      return Optional.empty();
    }
    boolean yes = approval.status() == ApprovalStatus.APPROVED;
    Approval.Vote last = approval.votes().getLast();
    String who =
        approval.votes().stream()
            .filter(vote -> vote.approve() == yes)
            .map(vote -> vote.by().text())
            .collect(Collectors.joining(", "));
    who = who.substring(0, Math.min(who.length(), LONGEST_NAMES));
    return Optional.of(
        new Decision(approval.status().name(), approval.id(), who, last.at(), last.comment()));
  }
}
