package dev.drawbridge.simulator.stepfunctions.api;

import dev.drawbridge.engine.step.Execution;
import dev.drawbridge.simulator.call.Caller;
import dev.drawbridge.simulator.operation.Operation;
import dev.drawbridge.simulator.stepfunctions.Executions;
import software.amazon.awssdk.services.sfn.model.RedriveExecutionRequest;
import software.amazon.awssdk.services.sfn.model.RedriveExecutionResponse;

/** Takes a failed, stopped or timed-out execution up where it ended. */
final class RedriveExecution
    implements Operation<RedriveExecutionRequest, RedriveExecutionResponse> {
  private final Executions executions;

  RedriveExecution(Executions executions) {
    this.executions = executions;
  }

  @Override
  public RedriveExecutionResponse handle(RedriveExecutionRequest request, Caller caller) {
    Execution execution = executions.redrive(request.executionArn());
    return RedriveExecutionResponse.builder().redriveDate(execution.redrivenAt()).build();
  }
}
