package dev.drawbridge.simulator.stepfunctions.api;

import dev.drawbridge.simulator.call.Caller;
import dev.drawbridge.simulator.operation.Operation;
import dev.drawbridge.simulator.stepfunctions.StateMachines;
import software.amazon.awssdk.services.sfn.model.DeleteStateMachineRequest;
import software.amazon.awssdk.services.sfn.model.DeleteStateMachineResponse;

/** Deletes a state machine; one that is not there is no error. */
final class DeleteStateMachine
    implements Operation<DeleteStateMachineRequest, DeleteStateMachineResponse> {
  private final StateMachines machines;

  DeleteStateMachine(StateMachines machines) {
    this.machines = machines;
  }

  @Override
  public DeleteStateMachineResponse handle(DeleteStateMachineRequest request, Caller caller) {
    machines.delete(request.stateMachineArn());
    return DeleteStateMachineResponse.builder().build();
  }
}
