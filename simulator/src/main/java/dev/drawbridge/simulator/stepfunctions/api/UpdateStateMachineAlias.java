package dev.drawbridge.simulator.stepfunctions.api;

import dev.drawbridge.simulator.call.Caller;
import dev.drawbridge.simulator.operation.Operation;
import dev.drawbridge.simulator.stepfunctions.Alias;
import dev.drawbridge.simulator.stepfunctions.Aliases;
import dev.drawbridge.simulator.stepfunctions.Errors;
import software.amazon.awssdk.services.sfn.model.UpdateStateMachineAliasRequest;
import software.amazon.awssdk.services.sfn.model.UpdateStateMachineAliasResponse;

/** Points an alias elsewhere. */
final class UpdateStateMachineAlias
    implements Operation<UpdateStateMachineAliasRequest, UpdateStateMachineAliasResponse> {
  private final Aliases aliases;

  UpdateStateMachineAlias(Aliases aliases) {
    this.aliases = aliases;
  }

  @Override
  public UpdateStateMachineAliasResponse handle(
      UpdateStateMachineAliasRequest request, Caller caller) {
    if (request.description() == null && !request.hasRoutingConfiguration()) {
      throw Errors.validation("Either description or routingConfiguration must be specified");
    }
    Alias alias =
        aliases.update(
            request.stateMachineAliasArn(),
            request.description(),
            request.hasRoutingConfiguration()
                ? Shapes.routes(request.routingConfiguration())
                : null);
    return UpdateStateMachineAliasResponse.builder().updateDate(alias.updatedAt()).build();
  }
}
