package dev.drawbridge.consent;

import dev.drawbridge.aws.dynamodb.Approvals;
import dev.drawbridge.aws.dynamodb.Exposures;
import dev.drawbridge.aws.dynamodb.Waits;
import dev.drawbridge.error.TransientFailure;
import dev.drawbridge.identity.Members;
import dev.drawbridge.model.Approval;
import dev.drawbridge.model.ApprovalStatus;
import dev.drawbridge.model.Decision;
import dev.drawbridge.model.Wait;
import dev.drawbridge.runtime.Environment;
import dev.drawbridge.runtime.Settings;
import dev.drawbridge.runtime.Stores;
import java.util.Optional;

/** Records a person's answer, then gives it to the run: in this order, so that none is lost. */
public final class Answers {
  private static final int TRIES = 5;

  private final Optional<String> approvers;
  private final Approvals approvals;
  private final Exposures exposures;
  private final Waits waits;
  private final Questions questions;
  private final Wakeups wakeups;

  public Answers(Environment environment) {
    this.approvers = environment.settings().optional(Settings.APPROVERS);
    this.approvals = Stores.approvals(environment);
    this.exposures = Stores.exposures(environment);
    this.waits = Stores.waits(environment);
    this.questions = new Questions(environment);
    this.wakeups = new Wakeups(environment);
  }

  /** What came of an answer. */
  public sealed interface Outcome {
    /**
     * It counts.
     *
     * @param delivered whether the run has a decision; if not, there is none yet, or the sweep
     *     delivers it
     */
    record Recorded(Approval approval, boolean delivered) implements Outcome {}

    /** This person may not answer. */
    record Refused(String reason) implements Outcome {}
  }

  /** Adds an answer to a question. Two at once are both counted, the first decision wins. */
  public Outcome answer(Approval asked, Approval.Vote vote) {
    Approval held = asOfNow(asked);
    for (int i = 0; i < TRIES; i++) {
      switch (ApprovalRules.vote(held, questions.requesters(held), vote)) {
        case ApprovalRules.Verdict.Refused(String reason) -> {
          return new Outcome.Refused(reason);
        }
        case ApprovalRules.Verdict.Counted(Approval next) -> {
          if (next.equals(held) || approvals.replace(held, next)) {
            return new Outcome.Recorded(next, delivered(next));
          }
        }
      }
      held = approvals.find(asked.id()).map(this::asOfNow).orElse(held);
    }
    throw new TransientFailure("others kept answering %s; answer again".formatted(asked.id()));
  }

  /**
   * What the owner has raised since the question was put counts for who answers now, and a yes of
   * somebody who is no approver any more counts no more.
   */
  private Approval asOfNow(Approval asked) {
    if (asked.status() != ApprovalStatus.PENDING) {
      return asked;
    }
    Approval heeded = approvers.map(list -> asked.heeding(parse(list, asked))).orElse(asked);
    return exposures
        .find(asked.key().databaseArn())
        .map(exposure -> heeded.needing(exposure.settings().quorum()))
        .orElse(heeded);
  }

  private static Members parse(String list, Approval asked) {
    return Members.parse(list, asked.executionArn().split(":", -1)[4]);
  }

  private boolean delivered(Approval approval) {
    Optional<Decision> decision = Decision.of(approval);
    return decision.isPresent()
        && waiting(approval).map(wait -> wakeups.wake(wait, decision.get())).orElse(false);
  }

  /** The current token of the run that asked this; a retry may have replaced the first one. */
  private Optional<Wait> waiting(Approval approval) {
    // A question to an owner's run of an earlier release waits in the consumer's place.
    return approval.change() == null
        ? waiting(approval, waits.find(approval.key()))
        : waiting(approval, waits.findOfOwner(approval.key(), approval.executionArn()))
            .or(() -> waiting(approval, waits.find(approval.key())));
  }

  private static Optional<Wait> waiting(Approval approval, Optional<Wait> there) {
    return there
        .filter(wait -> wait.executionArn().equals(approval.executionArn()))
        .filter(
            wait -> {
              Wait.Question question = wait.question();
              return question != null && question.subjectDigest().equals(approval.subjectDigest());
            });
  }
}
