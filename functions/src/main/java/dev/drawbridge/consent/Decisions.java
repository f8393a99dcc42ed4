package dev.drawbridge.consent;

import dev.drawbridge.aws.dynamodb.DecidedQuestions;
import dev.drawbridge.aws.dynamodb.Records;
import dev.drawbridge.identity.Caller;
import dev.drawbridge.identity.Likeness;
import dev.drawbridge.model.Approval;
import dev.drawbridge.model.ApprovalStatus;
import dev.drawbridge.model.AuditRecord;
import dev.drawbridge.plan.AuditEntry;
import dev.drawbridge.runtime.Environment;
import dev.drawbridge.runtime.Settings;
import dev.drawbridge.runtime.Stores;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;

/**
 * A person says yes or no: the rules are the same whether a signed call says it or a signed-in
 * person does on a page.
 */
public final class Decisions {
  private final Settings settings;
  private final Answers answers;
  private final DecidedQuestions decided;
  private final Records records;
  private final InstantSource clock;

  public Decisions(Environment environment) {
    this.settings = environment.settings();
    this.answers = new Answers(environment);
    this.decided = Stores.decidedQuestions(environment);
    this.records = Stores.records(environment);
    this.clock = environment.clock();
  }

  /**
   * What somebody says.
   *
   * @param digest of the question as it was read
   * @param comment in the person's own words, or empty
   */
  public record Saying(Caller by, boolean approve, String digest, String comment) {}

  /** What came of it. */
  public sealed interface Outcome {
    /**
     * It counts.
     *
     * @param delivered see {@link Answers.Outcome.Recorded}
     */
    record Recorded(Approval approval, boolean delivered) implements Outcome {}

    /** This person may not answer this question. */
    record Refused(String reason) implements Outcome {}

    /** It was said about something else than is asked. */
    record OtherDigest(String reason) implements Outcome {}
  }

  /**
   * Adds what somebody says to a question.
   *
   * @param account the provider's
   * @throws dev.drawbridge.error.Conflict if the question is decided otherwise or has expired
   */
  public Outcome decide(Approval asked, Saying saying, String account) {
    if (!ApproverLists.name(settings.optional(Settings.APPROVERS), asked, saying.by(), account)) {
      return new Outcome.Refused(
          "%s is not one of those who are asked".formatted(saying.by().identity().text()));
    }
    if (!asked.subjectDigest().equals(saying.digest())) {
      return new Outcome.OtherDigest(
          "digest: %s is refused; the question's is %s: read it anew before answering"
              .formatted(saying.digest(), asked.subjectDigest()));
    }
    Approval.Vote vote =
        new Approval.Vote(
            saying.by().identity(),
            saying.approve(),
            clock.instant().truncatedTo(ChronoUnit.SECONDS),
            saying.comment(),
            saying.by().memberships().stream().sorted().toList());
    return switch (answers.answer(asked, vote)) {
      case Answers.Outcome.Refused(String reason) -> new Outcome.Refused(reason);
      case Answers.Outcome.Recorded(Approval approval, boolean delivered) -> {
        record(approval, vote);
        if (approval.status() != ApprovalStatus.PENDING) {
          decided.put(approval.id(), approval.votes().getLast().at());
        }
        yield new Outcome.Recorded(approval, delivered);
      }
    };
  }

  /** The answer as it is kept: one that is given again is the one that was given first. */
  private void record(Approval approval, Approval.Vote said) {
    Approval.Vote kept =
        approval.votes().stream()
            .filter(vote -> Likeness.of(vote.by(), said.by()) == Likeness.SAME)
            .reduce((earlier, later) -> later)
            .orElse(said);
    records.add(
        AuditEntry.about(
                kept.approve() ? AuditRecord.Kind.APPROVED_BY : AuditRecord.Kind.DENIED_BY,
                approval.key())
            .by(kept.by())
            .of(approval)
            .saying(kept.comment())
            .at(kept.at()));
  }
}
