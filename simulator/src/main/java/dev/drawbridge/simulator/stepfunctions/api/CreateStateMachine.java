package dev.drawbridge.simulator.stepfunctions.api;

import dev.drawbridge.engine.definition.Definitions;
import dev.drawbridge.engine.integration.AwsIntegrations;
import dev.drawbridge.simulator.call.Caller;
import dev.drawbridge.simulator.operation.Operation;
import dev.drawbridge.simulator.operation.ServiceError;
import dev.drawbridge.simulator.stepfunctions.Errors;
import dev.drawbridge.simulator.stepfunctions.StateMachine;
import dev.drawbridge.simulator.stepfunctions.StateMachines;
import software.amazon.awssdk.services.sfn.model.CreateStateMachineRequest;
import software.amazon.awssdk.services.sfn.model.CreateStateMachineResponse;
import software.amazon.awssdk.services.sfn.model.StateMachineType;

/** Creates a state machine, and publishes it if asked to. */
final class CreateStateMachine
    implements Operation<CreateStateMachineRequest, CreateStateMachineResponse> {
  private final StateMachines machines;

  CreateStateMachine(StateMachines machines) {
    this.machines = machines;
  }

  @Override
  public CreateStateMachineResponse handle(CreateStateMachineRequest request, Caller caller) {
    if (request.type() == StateMachineType.EXPRESS) {
      Errors.answered(
          () -> Definitions.check(request.definition(), true, AwsIntegrations.catalogue()));
      throw ServiceError.client(
          "UnsupportedDefinition", "This simulator does not implement EXPRESS state machines");
    }
    PublishRules.check(request.publish(), request.versionDescription());
    StateMachine machine =
        machines.create(
            caller,
            request.name(),
            request.definition(),
            request.roleArn(),
            Shapes.tags(request.tags()));
    boolean publish = Boolean.TRUE.equals(request.publish());
    StateMachine.Version version =
        publish ? machines.publish(machine.arn(), request.versionDescription()) : null;
    return CreateStateMachineResponse.builder()
        .stateMachineArn(machine.arn())
        .creationDate(machine.createdAt())
        .stateMachineVersionArn(version == null ? null : Shapes.versionArn(machine, version))
        .build();
  }
}
