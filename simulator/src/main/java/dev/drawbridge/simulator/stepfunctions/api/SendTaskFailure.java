package dev.drawbridge.simulator.stepfunctions.api;

import dev.drawbridge.simulator.call.Caller;
import dev.drawbridge.simulator.operation.Operation;
import dev.drawbridge.simulator.stepfunctions.Executions;
import software.amazon.awssdk.services.sfn.model.SendTaskFailureRequest;
import software.amazon.awssdk.services.sfn.model.SendTaskFailureResponse;

/** The callback of a task that has failed. */
final class SendTaskFailure implements Operation<SendTaskFailureRequest, SendTaskFailureResponse> {
  private final Executions executions;

  SendTaskFailure(Executions executions) {
    this.executions = executions;
  }

  @Override
  public SendTaskFailureResponse handle(SendTaskFailureRequest request, Caller caller) {
    executions.failTask(request.taskToken(), request.error(), request.cause());
    return SendTaskFailureResponse.builder().build();
  }
}
