package dev.drawbridge.exposure;

import dev.drawbridge.aws.dynamodb.Approvals;
import dev.drawbridge.aws.dynamodb.ChangeApprovals;
import dev.drawbridge.aws.dynamodb.LiveApprovals;
import dev.drawbridge.error.Conflict;
import dev.drawbridge.model.Approval;
import dev.drawbridge.model.ApprovalStatus;
import dev.drawbridge.model.ApprovalSubject;
import dev.drawbridge.model.Claim;
import dev.drawbridge.model.DatabaseArn;
import dev.drawbridge.model.LiveApproval;
import dev.drawbridge.plan.SubjectDigest;
import dev.drawbridge.runtime.Environment;
import dev.drawbridge.runtime.Stores;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;

/** The yeses to a change that opens more than was approved, one for each endpoint. */
final class WiderApprovals {
  private final LiveApprovals live;
  private final ChangeApprovals given;
  private final Approvals approvals;
  private final YesesInForce inForce;
  private final InstantSource clock;

  WiderApprovals(Environment environment) {
    this.live = Stores.liveApprovals(environment);
    this.given = Stores.changeApprovals(environment);
    this.approvals = Stores.approvals(environment);
    this.inForce = new YesesInForce(environment);
    this.clock = environment.clock();
  }

  /**
   * What the yeses so far make of a change.
   *
   * @param lacking the next that somebody has to be asked about; empty if all have said yes
   * @param replacements what takes effect with the change
   */
  record Standing(Optional<ApprovalSubject> lacking, List<Widening.Replacement> replacements) {
    static final Standing NOTHING_WIDER = new Standing(Optional.empty(), List.of());
  }

  /**
   * Keeps a yes for the run that asked, as it was given: the table says what was approved, not the
   * state. It is in force with the change and not before: the next one may say no. Calls: 2, and 1
   * to write.
   *
   * @param executionArn the run that asked
   */
  void keep(String approvalId, String executionArn, Wanted wanted) {
    Approval approval =
        approvals
            .find(approvalId)
            .filter(found -> found.status() == ApprovalStatus.APPROVED)
            .filter(found -> found.executionArn().equals(executionArn))
            .orElseThrow(
                () -> new Conflict("approval %s is no yes for this run".formatted(approvalId)));
    live.find(approval.key(), approval.endpointId())
        .map(held -> wanted.of(held.subject()))
        .filter(subject -> SubjectDigest.of(subject).equals(approval.subjectDigest()))
        .ifPresent(
            subject ->
                given.put(executionArn, new LiveApproval(subject, approvalId), clock.instant()));
  }

  /**
   * Where the run stands that asks for the change. Calls: 3.
   *
   * @throws Conflict if one cannot be asked about
   */
  Standing standing(String databaseArn, String executionArn, List<Claim> claims, Wanted wanted) {
    List<LiveApproval> all = live.ofDatabase(databaseArn);
    List<LiveApproval> there = inForce.of(all);
    Widening.requireAskable(DatabaseArn.nameIn(databaseArn), claims, all);
    if (there.isEmpty()) {
      return Standing.NOTHING_WIDER;
    }
    List<LiveApproval> yeses = given.of(executionArn);
    return new Standing(
        Widening.next(there, yeses, wanted), Widening.replacements(there, yeses, wanted));
  }

  /** Puts the yeses of a change that is made in force. Calls: 1 each. */
  void enforce(List<Widening.Replacement> replacements) {
    replacements.forEach(each -> live.replace(each.held(), each.next()));
  }
}
