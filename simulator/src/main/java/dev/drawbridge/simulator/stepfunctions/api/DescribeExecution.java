package dev.drawbridge.simulator.stepfunctions.api;

import dev.drawbridge.simulator.call.Caller;
import dev.drawbridge.simulator.operation.Operation;
import dev.drawbridge.simulator.stepfunctions.Executions;
import software.amazon.awssdk.services.sfn.model.DescribeExecutionRequest;
import software.amazon.awssdk.services.sfn.model.DescribeExecutionResponse;

/** Describes an execution. */
final class DescribeExecution
    implements Operation<DescribeExecutionRequest, DescribeExecutionResponse> {
  private final Executions executions;

  DescribeExecution(Executions executions) {
    this.executions = executions;
  }

  @Override
  public DescribeExecutionResponse handle(DescribeExecutionRequest request, Caller caller) {
    return executions.describe(request.executionArn());
  }
}
