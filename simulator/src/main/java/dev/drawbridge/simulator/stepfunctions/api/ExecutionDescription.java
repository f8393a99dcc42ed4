package dev.drawbridge.simulator.stepfunctions.api;

import dev.drawbridge.engine.step.Execution;
import dev.drawbridge.simulator.stepfunctions.Executions;
import dev.drawbridge.simulator.stepfunctions.StatusChange;
import software.amazon.awssdk.services.sfn.model.CloudWatchEventsExecutionDataDetails;
import software.amazon.awssdk.services.sfn.model.DescribeExecutionResponse;
import software.amazon.awssdk.services.sfn.model.ExecutionRedriveStatus;

/** An execution as DescribeExecution shows it. */
public final class ExecutionDescription {
  private ExecutionDescription() {}

  /** Describes the execution of that ARN. */
  public static DescribeExecutionResponse of(Executions executions, String executionArn) {
    StatusChange view = executions.view(executionArn);
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
