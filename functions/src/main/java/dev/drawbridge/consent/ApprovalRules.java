package dev.drawbridge.consent;

import dev.drawbridge.error.Conflict;
import dev.drawbridge.error.InvalidRequest;
import dev.drawbridge.model.Approval;
import dev.drawbridge.model.ApprovalStatus;
import java.time.Instant;

/** Who may answer a question. */
public final class ApprovalRules {
  private ApprovalRules() {}

  /**
   * Passes if {@code person} may answer.
   *
   * @throws InvalidRequest naming who asked or who may answer
   */
  public static void requireApprover(Approval approval, String person) {
    if (approval.requestedBy().equals(person)) {
      throw new InvalidRequest(
          "decidedBy: %s is refused; who requests may not answer".formatted(person));
    }
    if (!approval.approvers().isEmpty() && !approval.approvers().contains(person)) {
      throw new InvalidRequest(
          "decidedBy: %s is refused; approvers are %s"
              .formatted(person, String.join(", ", approval.approvers())));
    }
  }

  /**
   * Passes if {@code approval} already holds exactly this answer of this person: a repeated click.
   *
   * @throws Conflict that says who decided what and when, or that the question has expired
   */
  public static Approval.Answer requireSameAnswer(
      Approval approval, ApprovalStatus wanted, String person, Instant now) {
    Approval.Answer answer = approval.answer();
    if (answer == null) {
      throw new Conflict(
          "approval %s expired at %s; it is %s"
              .formatted(approval.id(), approval.validUntil(), now));
    }
    if (approval.status() != wanted || !answer.by().equals(person)) {
      throw new Conflict(
          "approval %s was %s by %s at %s"
              .formatted(approval.id(), approval.status(), answer.by(), answer.at()));
    }
    return answer;
  }
}
