package dev.drawbridge.simulator.stepfunctions.api;

import dev.drawbridge.simulator.call.Caller;
import dev.drawbridge.simulator.operation.Operation;
import dev.drawbridge.simulator.stepfunctions.Aliases;
import software.amazon.awssdk.services.sfn.model.DeleteStateMachineAliasRequest;
import software.amazon.awssdk.services.sfn.model.DeleteStateMachineAliasResponse;

/** Deletes an alias. */
final class DeleteStateMachineAlias
    implements Operation<DeleteStateMachineAliasRequest, DeleteStateMachineAliasResponse> {
  private final Aliases aliases;

  DeleteStateMachineAlias(Aliases aliases) {
    this.aliases = aliases;
  }

  @Override
  public DeleteStateMachineAliasResponse handle(
      DeleteStateMachineAliasRequest request, Caller caller) {
    aliases.delete(request.stateMachineAliasArn());
    return DeleteStateMachineAliasResponse.builder().build();
  }
}
