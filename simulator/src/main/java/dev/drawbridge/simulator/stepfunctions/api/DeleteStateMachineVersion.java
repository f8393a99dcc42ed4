package dev.drawbridge.simulator.stepfunctions.api;

import dev.drawbridge.simulator.call.Caller;
import dev.drawbridge.simulator.operation.Operation;
import dev.drawbridge.simulator.stepfunctions.Aliases;
import dev.drawbridge.simulator.stepfunctions.StateMachines;
import software.amazon.awssdk.services.sfn.model.DeleteStateMachineVersionRequest;
import software.amazon.awssdk.services.sfn.model.DeleteStateMachineVersionResponse;

/** Deletes a version. */
final class DeleteStateMachineVersion
    implements Operation<DeleteStateMachineVersionRequest, DeleteStateMachineVersionResponse> {
  private final StateMachines machines;
  private final Aliases aliases;

  DeleteStateMachineVersion(StateMachines machines, Aliases aliases) {
    this.machines = machines;
    this.aliases = aliases;
  }

  @Override
  public DeleteStateMachineVersionResponse handle(
      DeleteStateMachineVersionRequest request, Caller caller) {
    aliases.checkUnused(request.stateMachineVersionArn());
    machines.deleteVersion(request.stateMachineVersionArn());
    return DeleteStateMachineVersionResponse.builder().build();
  }
}
