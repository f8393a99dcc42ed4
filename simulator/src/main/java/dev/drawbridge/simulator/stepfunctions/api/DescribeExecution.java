package dev.drawbridge.simulator.stepfunctions.api;

import dev.drawbridge.simulator.call.Caller;
import dev.drawbridge.simulator.operation.Operation;
import dev.drawbridge.simulator.stepfunctions.Executions;
import dev.drawbridge.simulator.stepfunctions.StatusChange;
import dev.drawbridge.simulator.stepfunctions.step.Execution;
import software.amazon.awssdk.services.sfn.model.CloudWatchEventsExecutionDataDetails;
import software.amazon.awssdk.services.sfn.model.DescribeExecutionRequest;
import software.amazon.awssdk.services.sfn.model.DescribeExecutionResponse;
import software.amazon.awssdk.services.sfn.model.ExecutionRedriveStatus;

/** Describes an execution. */
final class DescribeExecution
    implements Operation<DescribeExecutionRequest, DescribeExecutionResponse> {
  private final Executions executions;

  DescribeExecution(Executions executions) {
    this.executions = executions;
  }

  @Override
  public DescribeExecutionResponse handle(DescribeExecutionRequest request, Caller caller) {
    StatusChange view = executions.view(request.executionArn());
    Execution execution = view.execution();
    String reason = executions.notRedrivable(execution);
    return DescribeExecutionResponse.builder()
        .executionArn(execution.identity().executionArn())
        .stateMachineArn(execution.identity().stateMachineArn())
        .stateMachineVersionArn(view.versionArn())
        .stateMachineAliasArn(view.aliasArn())
        .name(execution.identity().name())
        .status(execution.status().name())
        .startDate(execution.startedAt())
        .stopDate(execution.stoppedAt())
        .input(execution.input().text())
        .inputDetails(details -> details.included(true))
        .output(execution.output() == null ? null : execution.output().text())
        .outputDetails(
            execution.output() == null
                ? null
                : CloudWatchEventsExecutionDataDetails.builder().included(true).build())
        .error(execution.error())
        .cause(execution.cause())
        .redriveCount(execution.redriveCount())
        .redriveDate(execution.redrivenAt())
        .redriveStatus(
            reason == null
                ? ExecutionRedriveStatus.REDRIVABLE
                : ExecutionRedriveStatus.NOT_REDRIVABLE)
        .redriveStatusReason(reason)
        .build();
  }
}
