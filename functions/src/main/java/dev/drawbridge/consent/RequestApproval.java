package dev.drawbridge.consent;

import dev.drawbridge.aws.dynamodb.Approvals;
import dev.drawbridge.aws.dynamodb.Exposures;
import dev.drawbridge.aws.dynamodb.Records;
import dev.drawbridge.aws.dynamodb.Waits;
import dev.drawbridge.aws.kms.TokenVault;
import dev.drawbridge.aws.rds.Databases;
import dev.drawbridge.aws.sns.PeopleTopic;
import dev.drawbridge.identity.Members;
import dev.drawbridge.model.Approval;
import dev.drawbridge.model.ApprovalStatus;
import dev.drawbridge.model.ApprovalSubject;
import dev.drawbridge.model.AuditRecord;
import dev.drawbridge.model.Decision;
import dev.drawbridge.model.TaskToken;
import dev.drawbridge.model.TokenUse;
import dev.drawbridge.model.Wait;
import dev.drawbridge.model.WaitStarted;
import dev.drawbridge.plan.AuditEntry;
import dev.drawbridge.plan.RandomHex;
import dev.drawbridge.plan.SubjectDigest;
import dev.drawbridge.runtime.Environment;
import dev.drawbridge.runtime.Settings;
import dev.drawbridge.runtime.Stores;
import dev.drawbridge.runtime.Worker;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;

/**
 * Asks a person about one endpoint.
 *
 * <p>The question is kept apart from the token, because a retry of this state brings a new token:
 * it takes up the question that was asked before, and its answer if there is one by now.
 */
public final class RequestApproval extends Worker<RequestApproval.Input, WaitStarted> {
  /**
   * Input of RequestApproval.
   *
   * @param serviceName what a consumer asks for; null from a run of an earlier release and from an
   *     owner's
   * @param requestDigest what the run was started with; null from a run of an earlier release
   * @param change what an owner's run changes for a path that is open already; else null
   */
  public record Input(
      TaskToken taskToken,
      String executionArn,
      ApprovalSubject subject,
      @Nullable String serviceName,
      @Nullable String requestDigest,
      @Nullable String change) {}

  /** As long as the state waits. */
  private static final Duration VALID = Duration.ofDays(7);

  private static final int ID_BYTES = 16;

  private final Waits waits;
  private final Approvals approvals;
  private final Exposures exposures;
  private final TokenVault vault;
  private final PeopleTopic people;
  private final Wakeups wakeups;
  private final Requesters requesters;
  private final WaitingEndpoints waiting;
  private final Records records;
  private final Databases databases;
  private final Settings settings;
  private final InstantSource clock;
  private final RandomGenerator random;

  public RequestApproval() {
    this(Environment.lambda());
  }

  public RequestApproval(Environment environment) {
    super(Input.class);
    this.waits = Stores.waits(environment);
    this.approvals = Stores.approvals(environment);
    this.exposures = Stores.exposures(environment);
    this.vault = Stores.vault(environment);
    this.people = Stores.people(environment);
    this.wakeups = new Wakeups(environment);
    this.requesters = new Requesters(environment);
    this.waiting = new WaitingEndpoints(environment);
    this.records = Stores.records(environment);
    this.databases = new Databases(environment.clients());
    this.settings = environment.settings();
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
    Optional<Decision> decision = Decision.of(approval.get());
    if (decision.isEmpty()) {
      // Twice rather than never: the earlier try may have died before it asked.
      tell(approval.get(), input.subject());
      return new WaitStarted(false);
    }
    return new WaitStarted(wakeups.wake(retried, decision.get()));
  }

  private Wait wait(Input input) {
    ApprovalSubject subject = input.subject();
    return new Wait(
        subject.key(),
        input.executionArn(),
        subject.serviceId(),
        input.serviceName(),
        null,
        null,
        new Wait.Question(
            RandomHex.of(random, ID_BYTES),
            subject.endpointId(),
            SubjectDigest.of(subject),
            input.change() != null),
        vault.seal(
            new TokenUse(subject.key(), input.executionArn(), TokenUse.Purpose.DECISION),
            input.taskToken().value()),
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
    Requesters.Known asked =
        input.change() == null
            ? requesters.of(input.executionArn(), input.requestDigest())
            : requesters.ofChange(input.executionArn(), input.requestDigest());
    WaitingEndpoints.Listed listed = waiting.of(subject);
    Approval approval =
        new Approval(
            question.approvalId(),
            1,
            subject.key(),
            subject.serviceId(),
            subject.endpointId(),
            question.subjectDigest(),
            input.executionArn(),
            input.requestDigest(),
            asked.identities(),
            asked.accountProven(),
            asked.claimedEndpoints().contains(subject.endpointId()),
            listed.waiting(),
            listed.region(),
            subject,
            input.change(),
            approvers(input),
            quorum(subject.key().databaseArn()),
            clock.instant().plus(VALID),
            ApprovalStatus.PENDING,
            List.of());
    approvals.putNew(approval);
    record(approval);
    tell(approval, subject);
  }

  private void record(Approval approval) {
    records.add(
        AuditEntry.about(AuditRecord.Kind.QUESTION_PUT, approval.key())
            .of(approval)
            .saying(
                // The requesters last: they may be many, and what is too long is cut.
                "%syeses needed: %s, until %s; asked for by %s"
                    .formatted(
                        QuorumReach.tooFew(approval, approval.requesters())
                            .map(why -> why + ". ")
                            .orElse(""),
                        ApprovalRules.yesesNeeded(approval),
                        approval.validUntil(),
                        QuestionText.requesters(approval)))
            .at(clock.instant()));
  }

  /** The installation's; the owner of a database may ask for more, never for fewer. */
  private int quorum(String databaseArn) {
    int installed = settings.optional(Settings.QUORUM).map(Integer::valueOf).orElse(1);
    Integer raised =
        exposures.find(databaseArn).map(exposure -> exposure.settings().quorum()).orElse(null);
    return raised == null ? installed : Math.max(installed, raised);
  }

  /** Read when the question is put, not before: a tag may have changed while the run waited. */
  private List<Members> approvers(Input input) {
    String account = input.executionArn().split(":", -1)[4];
    return ApproverLists.of(
        settings.optional(Settings.APPROVERS),
        databases.tags(input.subject().key().databaseArn()),
        account);
  }

  private void tell(Approval approval, ApprovalSubject subject) {
    Optional<String> pages = settings.optional(Settings.PAGES_URL);
    people.tell(
        "Drawbridge: a question waits for an answer",
        pages.map(url -> link(url, approval)).orElseGet(() -> QuestionText.of(approval, subject)));
  }

  /** Mail is read by many a program: what is asked is told to whoever has signed in. */
  private static String link(String url, Approval approval) {
    return """
    Somebody asks for access to a database. Read what is asked, and answer, here:

    %s/approvals/%s

    Nothing is decided by opening it.
    """
        .formatted(url, approval.id());
  }

  private static Wait.Question question(Wait wait) {
    return java.util.Objects.requireNonNull(wait.question());
  }
}
