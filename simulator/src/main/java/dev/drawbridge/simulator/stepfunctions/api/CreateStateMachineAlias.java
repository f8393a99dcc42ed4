package dev.drawbridge.simulator.stepfunctions.api;

import dev.drawbridge.simulator.call.Caller;
import dev.drawbridge.simulator.operation.Operation;
import dev.drawbridge.simulator.stepfunctions.Alias;
import dev.drawbridge.simulator.stepfunctions.Aliases;
import software.amazon.awssdk.services.sfn.model.CreateStateMachineAliasRequest;
import software.amazon.awssdk.services.sfn.model.CreateStateMachineAliasResponse;

/** Creates an alias. */
final class CreateStateMachineAlias
    implements Operation<CreateStateMachineAliasRequest, CreateStateMachineAliasResponse> {
  private final Aliases aliases;

  CreateStateMachineAlias(Aliases aliases) {
    this.aliases = aliases;
  }

  @Override
  public CreateStateMachineAliasResponse handle(
      CreateStateMachineAliasRequest request, Caller caller) {
    Alias alias =
        aliases.create(
            request.name(), request.description(), Shapes.routes(request.routingConfiguration()));
    return CreateStateMachineAliasResponse.builder()
        .stateMachineAliasArn(alias.arn())
        .creationDate(alias.createdAt())
        .build();
  }
}
