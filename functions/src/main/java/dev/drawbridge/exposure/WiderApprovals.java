package dev.drawbridge.exposure;

import dev.drawbridge.aws.dynamodb.Approvals;
import dev.drawbridge.aws.dynamodb.LiveApprovals;
import dev.drawbridge.aws.privatelink.Connections;
import dev.drawbridge.error.Conflict;
import dev.drawbridge.model.Approval;
import dev.drawbridge.model.ApprovalStatus;
import dev.drawbridge.model.ApprovalSubject;
import dev.drawbridge.model.Claim;
import dev.drawbridge.model.DatabaseArn;
import dev.drawbridge.model.ExposureSettings;
import dev.drawbridge.model.LiveApproval;
import dev.drawbridge.plan.LiveApprovalRules;
import dev.drawbridge.plan.SubjectDigest;
import dev.drawbridge.runtime.Environment;
import dev.drawbridge.runtime.Stores;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** The yeses to a change that opens more than was approved, one for each endpoint. */
final class WiderApprovals {
  private final LiveApprovals live;
  private final Approvals approvals;
  private final Connections connections;

  WiderApprovals(Environment environment) {
    this.live = Stores.liveApprovals(environment);
    this.approvals = Stores.approvals(environment);
    this.connections = new Connections(environment.clients());
  }

  /**
   * Keeps a yes, as it was given: the table says what was approved, not the state. What is approved
   * opens nothing by itself. Calls: 2, and 1 to write.
   *
   * @param executionArn the run that asked
   */
  void keep(String approvalId, String executionArn, ExposureSettings wanted) {
    Approval approval =
        approvals
            .find(approvalId)
            .filter(found -> found.status() == ApprovalStatus.APPROVED)
            .filter(found -> found.executionArn().equals(executionArn))
            .orElseThrow(
                () -> new Conflict("approval %s is no yes for this run".formatted(approvalId)));
    live.find(approval.key(), approval.endpointId())
        .map(held -> held.subject().under(wanted))
        .filter(subject -> SubjectDigest.of(subject).equals(approval.subjectDigest()))
        .ifPresent(subject -> live.put(new LiveApproval(subject, approvalId)));
  }

  /**
   * The next that somebody has to be asked about; empty if all have said yes. Calls: 2.
   *
   * @throws Conflict if one cannot be asked about
   */
  Optional<ApprovalSubject> lacking(
      String databaseArn, List<Claim> claims, ExposureSettings wanted) {
    List<LiveApproval> all = live.ofDatabase(databaseArn);
    Widening.requireAskable(DatabaseArn.nameIn(databaseArn), claims, all);
    Set<String> services =
        all.stream().map(each -> each.subject().serviceId()).collect(Collectors.toSet());
    return services.isEmpty()
        ? Optional.empty()
        : Widening.next(LiveApprovalRules.inForce(all, connections.of(services)), wanted);
  }
}
