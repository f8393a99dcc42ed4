package dev.drawbridge.simulator.stepfunctions.api;

import dev.drawbridge.simulator.call.Caller;
import dev.drawbridge.simulator.operation.Operation;
import dev.drawbridge.simulator.stepfunctions.StateMachines;
import software.amazon.awssdk.services.sfn.model.DeleteStateMachineVersionRequest;
import software.amazon.awssdk.services.sfn.model.DeleteStateMachineVersionResponse;

/** Deletes a version. */
final class DeleteStateMachineVersion
    implements Operation<DeleteStateMachineVersionRequest, DeleteStateMachineVersionResponse> {
  private final StateMachines machines;

  DeleteStateMachineVersion(StateMachines machines) {
    this.machines = machines;
  }

  @Override
  public DeleteStateMachineVersionResponse handle(
      DeleteStateMachineVersionRequest request, Caller caller) {
    machines.deleteVersion(request.stateMachineVersionArn());
    return DeleteStateMachineVersionResponse.builder().build();
  }
}
