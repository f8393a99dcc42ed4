package dev.drawbridge.aws.dynamodb;

import dev.drawbridge.model.ApprovalSubject;
import dev.drawbridge.model.LiveApproval;
import java.time.Duration;
import java.time.Instant;
import java.util.List;

/**
 * The yeses that one run of an owner has got to its change. They are none to anything else and none
 * of another run: a change that comes to nothing leaves what is in force ({@link LiveApprovals}) as
 * it was.
 */
public final class ChangeApprovals {
  /** As long as an execution may run. */
  private static final Duration KEPT = Duration.ofDays(366);

  private final Table table;

  public ChangeApprovals(Table table) {
    this.table = table;
  }

  /** Keeps a yes for the run that asked. */
  public void put(String executionArn, LiveApproval approval, Instant now) {
    ApprovalSubject subject = approval.subject();
    Item key =
        Item.key(partition(executionArn), subject.key().principal() + "#" + subject.endpointId());
    table.put(
        LiveApprovals.saying(key, approval).with("expiresAt", now.plus(KEPT).getEpochSecond()));
  }

  /** All that the run has got. */
  public List<LiveApproval> of(String executionArn) {
    return table.query(partition(executionArn)).stream().map(LiveApprovals::approval).toList();
  }

  private static String partition(String executionArn) {
    return "change#" + executionArn;
  }
}
