package dev.drawbridge.consent;

import dev.drawbridge.aws.dynamodb.Approvals;
import dev.drawbridge.aws.dynamodb.Waits;
import dev.drawbridge.error.InvalidRequest;
import dev.drawbridge.model.Approval;
import dev.drawbridge.model.ApprovalStatus;
import dev.drawbridge.model.Decision;
import dev.drawbridge.model.Wait;
import dev.drawbridge.runtime.Environment;
import dev.drawbridge.runtime.Json;
import dev.drawbridge.runtime.Stores;
import dev.drawbridge.runtime.Worker;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;

/** Records a person's answer, then gives it to the run: in this order, so that none is lost. */
public final class Decide extends Worker<Decide.Input, DecisionRecorded> {
  /**
   * Input of Decide.
   *
   * @param approve true is yes, false is no
   * @param decidedBy the person who answers
   */
  public record Input(String approvalId, boolean approve, String decidedBy, String comment) {}

  private final Approvals approvals;
  private final Waits waits;
  private final Wakeups wakeups;
  private final InstantSource clock;

  public Decide() {
    this(Environment.lambda());
  }

  public Decide(Environment environment) {
    super(Input.class, Json.STRICT);
    this.approvals = Stores.approvals(environment);
    this.waits = Stores.waits(environment);
    this.wakeups = new Wakeups(environment);
    this.clock = environment.clock();
  }

  /** A question, a token and a run that there never are. Calls: 3. */
  @Override
  protected List<Runnable> priming() {
    return List.of(() -> approvals.find("priming"), wakeups::openNothing, wakeups::wakeNobody);
  }

  @Override
  public DecisionRecorded handle(Input input) {
    Approval asked = find(input.approvalId());
    ApprovalRules.requireApprover(asked, input.decidedBy());
    ApprovalStatus status = input.approve() ? ApprovalStatus.APPROVED : ApprovalStatus.DENIED;
    Instant now = clock.instant().truncatedTo(ChronoUnit.SECONDS);
    Decision decision =
        approvals
            .answer(
                asked.id(), status, new Approval.Answer(input.decidedBy(), now, input.comment()))
            .flatMap(Decide::decision)
            .orElseGet(() -> repeated(find(asked.id()), status, input.decidedBy(), now));
    boolean delivered = waiting(asked).map(wait -> wakeups.wake(wait, decision)).orElse(false);
    return new DecisionRecorded(decision, delivered);
  }

  private Approval find(String id) {
    return approvals
        .find(id)
        .orElseThrow(() -> new InvalidRequest("approvalId: no question has the id " + id));
  }

  private static Decision repeated(
      Approval approval, ApprovalStatus status, String person, Instant now) {
    return Decision.of(approval, ApprovalRules.requireSameAnswer(approval, status, person, now));
  }

  private static Optional<Decision> decision(Approval approval) {
    return Optional.ofNullable(approval.answer()).map(answer -> Decision.of(approval, answer));
  }

  /** The current token of the run that asked this; a retry may have replaced the first one. */
  private Optional<Wait> waiting(Approval approval) {
    return waits
        .find(approval.key())
        .filter(wait -> wait.executionArn().equals(approval.executionArn()))
        .filter(
            wait -> {
              Wait.Question question = wait.question();
              return question != null && question.subjectDigest().equals(approval.subjectDigest());
            });
  }
}
