package dev.drawbridge.simulator.stepfunctions.api;

import dev.drawbridge.simulator.call.Caller;
import dev.drawbridge.simulator.operation.Operation;
import dev.drawbridge.simulator.stepfunctions.Executions;
import software.amazon.awssdk.services.sfn.model.SendTaskHeartbeatRequest;
import software.amazon.awssdk.services.sfn.model.SendTaskHeartbeatResponse;

/** The callback of a task that is alive. */
final class SendTaskHeartbeat
    implements Operation<SendTaskHeartbeatRequest, SendTaskHeartbeatResponse> {
  private final Executions executions;

  SendTaskHeartbeat(Executions executions) {
    this.executions = executions;
  }

  @Override
  public SendTaskHeartbeatResponse handle(SendTaskHeartbeatRequest request, Caller caller) {
    executions.heartbeat(request.taskToken());
    return SendTaskHeartbeatResponse.builder().build();
  }
}
