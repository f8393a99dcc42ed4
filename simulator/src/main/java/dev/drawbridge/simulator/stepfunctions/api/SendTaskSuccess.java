package dev.drawbridge.simulator.stepfunctions.api;

import dev.drawbridge.simulator.call.Caller;
import dev.drawbridge.simulator.operation.Operation;
import dev.drawbridge.simulator.stepfunctions.Executions;
import software.amazon.awssdk.services.sfn.model.SendTaskSuccessRequest;
import software.amazon.awssdk.services.sfn.model.SendTaskSuccessResponse;

/** The callback of a task that has succeeded. */
final class SendTaskSuccess implements Operation<SendTaskSuccessRequest, SendTaskSuccessResponse> {
  private final Executions executions;

  SendTaskSuccess(Executions executions) {
    this.executions = executions;
  }

  @Override
  public SendTaskSuccessResponse handle(SendTaskSuccessRequest request, Caller caller) {
    executions.succeedTask(request.taskToken(), request.output());
    return SendTaskSuccessResponse.builder().build();
  }
}
