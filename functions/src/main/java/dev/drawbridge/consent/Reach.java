package dev.drawbridge.consent;

import dev.drawbridge.error.Conflict;
import dev.drawbridge.identity.Members;
import dev.drawbridge.model.Approval;

/** Whether enough people are asked for a question to be answered with yes at all. */
final class Reach {
  private Reach() {}

  /**
   * Passes if it can be; better a run that ends at once than one that waits for its time-out.
   *
   * @throws Conflict naming the list that is too short: the installation's, or that of a tag
   */
  static Approval require(Approval question) {
    int needed = ApprovalRules.needed(question, question.requesters());
    for (Members list : question.approvers()) {
      if (list.fewerThan(needed)) {
        throw new Conflict(
            "a question about database %s takes %d people who say yes, and nobody could ever say the last yes: of those who are asked (%s), %s"
                .formatted(
                    question.key().databaseName(),
                    needed,
                    String.join(", ", list.names()),
                    list.tooFew()));
      }
    }
    return question;
  }
}
