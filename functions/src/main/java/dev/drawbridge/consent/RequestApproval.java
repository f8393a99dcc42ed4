package dev.drawbridge.consent;

import dev.drawbridge.aws.dynamodb.Approvals;
import dev.drawbridge.aws.dynamodb.Waits;
import dev.drawbridge.aws.kms.TokenVault;
import dev.drawbridge.aws.sns.PeopleTopic;
import dev.drawbridge.model.Approval;
import dev.drawbridge.model.ApprovalStatus;
import dev.drawbridge.model.ApprovalSubject;
import dev.drawbridge.model.Decision;
import dev.drawbridge.model.TaskToken;
import dev.drawbridge.model.Wait;
import dev.drawbridge.model.WaitStarted;
import dev.drawbridge.plan.SubjectDigest;
import dev.drawbridge.runtime.Environment;
import dev.drawbridge.runtime.Stores;
import dev.drawbridge.runtime.Worker;
import java.time.Duration;
import java.time.InstantSource;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.random.RandomGenerator;

/**
 * Asks a person about one endpoint.
 *
 * <p>The question is kept apart from the token, because a retry of this state brings a new token:
 * it takes up the question that was asked before, and its answer if there is one by now.
 */
public final class RequestApproval extends Worker<RequestApproval.Input, WaitStarted> {
  /** Input of RequestApproval. */
  public record Input(
      TaskToken taskToken,
      String executionArn,
      ApprovalSubject subject,
      String requestedBy,
      List<String> approvers) {

    public Input {
      approvers = List.copyOf(approvers);
    }
  }

  /** As long as the state waits. */
  private static final Duration VALID = Duration.ofDays(7);

  private static final int ID_BYTES = 16;

  private final Waits waits;
  private final Approvals approvals;
  private final TokenVault vault;
  private final PeopleTopic people;
  private final Wakeups wakeups;
  private final InstantSource clock;
  private final RandomGenerator random;

  public RequestApproval() {
    this(Environment.lambda());
  }

  public RequestApproval(Environment environment) {
    super(Input.class);
    this.waits = Stores.waits(environment);
    this.approvals = Stores.approvals(environment);
    this.vault = Stores.vault(environment);
    this.people = Stores.people(environment);
    this.wakeups = new Wakeups(environment);
    this.clock = environment.clock();
    this.random = environment.random();
  }

  @Override
  public WaitStarted handle(Input input) {
    Wait wait = wait(input);
    Optional<Wait.Question> asked = waits.put(wait).flatMap(before -> asked(before, wait));
    if (asked.isEmpty()) {
      ask(input, question(wait));
      return new WaitStarted(false);
    }
    Wait retried = wait.asking(asked.get());
    waits.put(retried);
    Optional<Approval> approval = approvals.find(asked.get().approvalId());
    if (approval.isEmpty()) {
      ask(input, asked.get()); // the earlier try ended between the two writes
      return new WaitStarted(false);
    }
    Approval.Answer answer = approval.get().answer();
    if (answer == null) {
      // Twice rather than never: the earlier try may have died before it asked.
      tell(approval.get());
      return new WaitStarted(false);
    }
    return new WaitStarted(wakeups.wake(retried, Decision.of(approval.get(), answer)));
  }

  private Wait wait(Input input) {
    ApprovalSubject subject = input.subject();
    byte[] id = new byte[ID_BYTES];
    random.nextBytes(id);
    return new Wait(
        subject.key(),
        input.executionArn(),
        subject.serviceId(),
        null,
        new Wait.Question(
            HexFormat.of().formatHex(id), subject.endpointId(), SubjectDigest.of(subject)),
        vault.seal(subject.key(), input.taskToken().value()),
        clock.instant().plus(VALID).plus(Duration.ofDays(1)));
  }

  /** The question of an earlier try of this very state. */
  private static Optional<Wait.Question> asked(Wait before, Wait now) {
    return Optional.ofNullable(before.question())
        .filter(earlier -> earlier.subjectDigest().equals(question(now).subjectDigest()))
        .filter(earlier -> before.executionArn().equals(now.executionArn()));
  }

  private void ask(Input input, Wait.Question question) {
    ApprovalSubject subject = input.subject();
    Approval approval =
        new Approval(
            question.approvalId(),
            subject.key(),
            subject.serviceId(),
            subject.endpointId(),
            question.subjectDigest(),
            input.executionArn(),
            input.requestedBy(),
            input.approvers(),
            clock.instant().plus(VALID),
            ApprovalStatus.PENDING,
            null);
    approvals.putNew(approval);
    tell(approval);
  }

  private void tell(Approval approval) {
    people.tell("Approve access to " + approval.key().databaseName() + "?", message(approval));
  }

  private static String message(Approval approval) {
    return """
    Account %s asks for access to database %s through endpoint %s, requested by %s.
    Anybody %s may answer until %s.

    drawbridge approve %s
    drawbridge deny %s
    """
        .formatted(
            approval.key().consumerAccountId(),
            approval.key().databaseName(),
            approval.endpointId(),
            approval.requestedBy(),
            approval.approvers().isEmpty()
                ? "but the requester"
                : "of " + String.join(", ", approval.approvers()),
            approval.validUntil(),
            approval.id(),
            approval.id());
  }

  private static Wait.Question question(Wait wait) {
    return java.util.Objects.requireNonNull(wait.question());
  }
}
