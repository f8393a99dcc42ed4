package dev.drawbridge.simulator.stepfunctions.api;

import dev.drawbridge.engine.step.Execution;
import dev.drawbridge.simulator.call.Caller;
import dev.drawbridge.simulator.operation.Operation;
import dev.drawbridge.simulator.stepfunctions.Executions;
import software.amazon.awssdk.services.sfn.model.StopExecutionRequest;
import software.amazon.awssdk.services.sfn.model.StopExecutionResponse;

/** Stops an execution. */
final class StopExecution implements Operation<StopExecutionRequest, StopExecutionResponse> {
  private final Executions executions;

  StopExecution(Executions executions) {
    this.executions = executions;
  }

  @Override
  public StopExecutionResponse handle(StopExecutionRequest request, Caller caller) {
    Execution execution = executions.stop(request.executionArn(), request.error(), request.cause());
    return StopExecutionResponse.builder().stopDate(execution.stoppedAt()).build();
  }
}
