package dev.drawbridge.aws.states;

import dev.drawbridge.aws.Clients;
import dev.drawbridge.model.Lease;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.sfn.SfnClient;
import software.amazon.awssdk.services.sfn.model.ExecutionDoesNotExistException;
import software.amazon.awssdk.services.sfn.model.ExecutionStatus;
import software.amazon.awssdk.services.sfn.model.InvalidTokenException;
import software.amazon.awssdk.services.sfn.model.TaskDoesNotExistException;
import software.amazon.awssdk.services.sfn.model.TaskTimedOutException;

/** Executions of our state machines: whether they run, and waking them. */
public final class WaitingRuns {
  /**
   * So long somebody who says that he works is believed, though AWS knows of no such execution.
   * "DescribeExecution: This operation is eventually consistent. The results are best effort and
   * may not reflect very recent updates and changes." How long that lasts is not published.
   */
  private static final Duration BELIEVED = Duration.ofMinutes(2);

  private final SfnClient client;

  public WaitingRuns(Clients clients) {
    this.client = clients.states();
  }

  /** False too for an execution that AWS has forgotten (90 days after its end). */
  public boolean runs(String executionArn) {
    return runs(executionArn, false);
  }

  /**
   * The same for what an execution has put its name to: a young one may be unknown to AWS still.
   *
   * @param since when it did; null where that is not on record, which is long ago
   */
  public boolean runs(String executionArn, @Nullable Instant since, Instant now) {
    return runs(executionArn, since != null && now.isBefore(since.plus(BELIEVED)));
  }

  private boolean runs(String executionArn, boolean ifUnknown) {
    try {
      ExecutionStatus status = client.describeExecution(r -> r.executionArn(executionArn)).status();
      return status == ExecutionStatus.RUNNING || status == ExecutionStatus.PENDING_REDRIVE;
    } catch (ExecutionDoesNotExistException e) {
      return ifUnknown;
    }
  }

  /** Stops a run, if it runs. True if it did. */
  public boolean stop(String executionArn, String why) {
    if (!runs(executionArn)) {
      return false;
    }
    client.stopExecution(r -> r.executionArn(executionArn).error("Stopped").cause(why));
    return true;
  }

  /** Whether a lease is not void: its run has not let go of it, and runs. Calls: at most 1. */
  public boolean hold(Lease lease, Instant now) {
    return !lease.expired(now) && runs(lease.executionArn(), lease.since(), now);
  }

  /**
   * Wakes the run that waits on {@code token}.
   *
   * @return false if nobody waits on it any more: it was woken before, or its state has ended
   */
  public boolean wake(String token, String output) {
    try {
      client.sendTaskSuccess(r -> r.taskToken(token).output(output));
      return true;
    } catch (TaskTimedOutException | TaskDoesNotExistException | InvalidTokenException e) {
      return false;
    }
  }

  /** Lets the state that waits on {@code token} fail; nothing happens if nobody waits any more. */
  public void fail(String token, String error, String cause) {
    try {
      client.sendTaskFailure(r -> r.taskToken(token).error(error).cause(cause));
    } catch (TaskTimedOutException | TaskDoesNotExistException | InvalidTokenException e) {
      // An earlier try has failed it, and its reply was lost.
    }
  }
}
