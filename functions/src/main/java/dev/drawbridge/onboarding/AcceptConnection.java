package dev.drawbridge.onboarding;

import dev.drawbridge.aws.dynamodb.Claims;
import dev.drawbridge.aws.dynamodb.Exposures;
import dev.drawbridge.aws.dynamodb.Holds;
import dev.drawbridge.aws.dynamodb.LiveApprovals;
import dev.drawbridge.aws.dynamodb.Records;
import dev.drawbridge.aws.privatelink.Connections;
import dev.drawbridge.consent.ClaimedEndpoints;
import dev.drawbridge.consent.Questions;
import dev.drawbridge.discovery.ApprovedDatabase;
import dev.drawbridge.error.Conflict;
import dev.drawbridge.exposure.BuildTurn;
import dev.drawbridge.model.Approval;
import dev.drawbridge.model.ApprovalSubject;
import dev.drawbridge.model.AuditRecord;
import dev.drawbridge.model.Claim;
import dev.drawbridge.model.Exposure;
import dev.drawbridge.model.LiveApproval;
import dev.drawbridge.plan.AuditEntry;
import dev.drawbridge.plan.EndDate;
import dev.drawbridge.runtime.Environment;
import dev.drawbridge.runtime.Stores;
import dev.drawbridge.runtime.Worker;
import java.time.InstantSource;
import java.util.List;

/**
 * Accepts the approved endpoint.
 *
 * <p>The decision is read from the table, not taken from the state: whoever can start the workflow
 * with a made-up state still finds the door closed.
 */
public final class AcceptConnection extends Worker<AcceptConnection.Input, Acceptance> {
  /** Input of AcceptConnection. */
  public record Input(String executionArn, ApprovalSubject subject, String approvalId) {}

  private final Questions questions;
  private final Exposures exposures;
  private final Holds holds;
  private final BuildTurn turn;
  private final LiveApprovals live;
  private final Claims claims;
  private final Connections connections;
  private final ClaimedEndpoints claimed;
  private final ApprovedDatabase databases;
  private final Records records;
  private final InstantSource clock;

  public AcceptConnection() {
    this(Environment.lambda());
  }

  public AcceptConnection(Environment environment) {
    super(Input.class);
    this.questions = new Questions(environment);
    this.exposures = Stores.exposures(environment);
    this.holds = Stores.holds(environment);
    this.turn = new BuildTurn(environment);
    this.live = Stores.liveApprovals(environment);
    this.claims = Stores.claims(environment);
    this.connections = new Connections(environment.clients());
    this.claimed = new ClaimedEndpoints(environment);
    this.databases = new ApprovedDatabase(environment);
    this.records = Stores.records(environment);
    this.clock = environment.clock();
  }

  /**
   * In its turn: an owner's change that is made at the same time either sees this yes, and has its
   * own asked for, or is seen here.
   */
  @Override
  public Acceptance handle(Input input) {
    return turn.during(
        input.subject().key().databaseArn(), input.executionArn(), () -> judged(input));
  }

  private Acceptance judged(Input input) {
    ApprovalSubject subject = input.subject();
    Exposure exposure = exposures.findOrFirst(subject.key().databaseArn());
    holds.await(exposure);
    Approval approval =
        questions
            .find(input.approvalId())
            .orElseThrow(
                () -> new Conflict("no approval has the id %s".formatted(input.approvalId())));
    ApprovalInForce.require(
        approval, () -> questions.requesters(approval), subject, exposure.settings());
    return switch (AcceptanceRules.judge(
        approval,
        subject,
        input.executionArn(),
        connections.of(List.of(subject.serviceId())),
        claimed.of(subject.key()))) {
      case AcceptanceRules.Verdict.AskAgain(Acceptance outcome) -> outcome;
      case AcceptanceRules.Verdict.Accepted(Acceptance outcome) -> {
        record(input);
        opened(input);
        yield outcome;
      }
      case AcceptanceRules.Verdict.Accept accept -> {
        record(input);
        connections.accept(subject.serviceId(), subject.endpointId());
        opened(input);
        yield new Acceptance("ACCEPTED", "endpoint %s is accepted".formatted(subject.endpointId()));
      }
    };
  }

  /**
   * Before the effect, whose reply can be lost: what may be open from now on, and of which yes.
   * Also fails if another execution has taken the claim over.
   */
  private void record(Input input) {
    ApprovalSubject subject = input.subject();
    if (EndDate.isOver(subject.validUntil(), clock.instant())) {
      throw new Conflict(
          "the yes to %s was for %s and no day longer; ask anew"
              .formatted(subject.endpointId(), subject.validUntil()));
    }
    if (subject.databaseResourceId() != null) {
      databases.require(subject.key().databaseArn(), subject.databaseResourceId());
    }
    claims.accepting(
        subject.key(),
        input.executionArn(),
        new Claim.Accepted(subject.serviceId(), subject.endpointId()));
    live.put(new LiveApproval(subject, input.approvalId()));
  }

  private void opened(Input input) {
    ApprovalSubject subject = input.subject();
    records.add(
        AuditEntry.about(AuditRecord.Kind.PATH_OPENED, subject.key())
            .of(subject, input.approvalId())
            .run(input.executionArn())
            .at(clock.instant()));
  }
}
