package dev.drawbridge.simulator.stepfunctions.api;

import dev.drawbridge.engine.step.Execution;
import dev.drawbridge.simulator.call.Caller;
import dev.drawbridge.simulator.operation.Operation;
import dev.drawbridge.simulator.stepfunctions.Executions;
import software.amazon.awssdk.services.sfn.model.StartExecutionRequest;
import software.amazon.awssdk.services.sfn.model.StartExecutionResponse;

/** Starts an execution. */
final class StartExecution implements Operation<StartExecutionRequest, StartExecutionResponse> {
  private final Executions executions;

  StartExecution(Executions executions) {
    this.executions = executions;
  }

  @Override
  public StartExecutionResponse handle(StartExecutionRequest request, Caller caller) {
    Execution execution =
        executions.start(request.stateMachineArn(), request.name(), request.input());
    return StartExecutionResponse.builder()
        .executionArn(execution.identity().executionArn())
        .startDate(execution.startedAt())
        .build();
  }
}
