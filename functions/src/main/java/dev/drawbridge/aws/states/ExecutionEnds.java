package dev.drawbridge.aws.states;

import dev.drawbridge.aws.Clients;
import dev.drawbridge.model.ExecutionEnd;
import java.util.Optional;
import software.amazon.awssdk.services.sfn.SfnClient;
import software.amazon.awssdk.services.sfn.model.DescribeExecutionResponse;
import software.amazon.awssdk.services.sfn.model.ExecutionDoesNotExistException;
import software.amazon.awssdk.services.sfn.model.ExecutionStatus;

/** How executions ended. */
public final class ExecutionEnds {
  private final SfnClient client;

  public ExecutionEnds(Clients clients) {
    this.client = clients.states();
  }

  /** Empty while it runs, and for one that AWS does not know. */
  public Optional<ExecutionEnd> find(String executionArn) {
    try {
      DescribeExecutionResponse run = client.describeExecution(r -> r.executionArn(executionArn));
      return run.status() == ExecutionStatus.RUNNING
              || run.status() == ExecutionStatus.PENDING_REDRIVE
          ? Optional.empty()
          : Optional.of(
              new ExecutionEnd(run.statusAsString(), run.input(), run.error(), run.cause()));
    } catch (ExecutionDoesNotExistException e) {
      return Optional.empty();
    }
  }
}
