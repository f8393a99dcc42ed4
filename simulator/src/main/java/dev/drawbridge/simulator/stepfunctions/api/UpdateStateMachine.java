package dev.drawbridge.simulator.stepfunctions.api;

import dev.drawbridge.simulator.call.Caller;
import dev.drawbridge.simulator.operation.Operation;
import dev.drawbridge.simulator.operation.ServiceError;
import dev.drawbridge.simulator.stepfunctions.StateMachine;
import dev.drawbridge.simulator.stepfunctions.StateMachines;
import software.amazon.awssdk.services.sfn.model.UpdateStateMachineRequest;
import software.amazon.awssdk.services.sfn.model.UpdateStateMachineResponse;

/** Changes a state machine; executions that run keep what they started with. */
final class UpdateStateMachine
    implements Operation<UpdateStateMachineRequest, UpdateStateMachineResponse> {
  private final StateMachines machines;

  UpdateStateMachine(StateMachines machines) {
    this.machines = machines;
  }

  @Override
  public UpdateStateMachineResponse handle(UpdateStateMachineRequest request, Caller caller) {
    if (nothing(request)) {
      throw ServiceError.client(
          "MissingRequiredParameter",
          "Either the definition, the role ARN, the LoggingConfiguration, or the"
              + " TracingConfiguration must be specified");
    }
    PublishRules.check(request.publish(), request.versionDescription());
    StateMachine machine =
        machines.update(request.stateMachineArn(), request.definition(), request.roleArn());
    boolean publish = Boolean.TRUE.equals(request.publish());
    StateMachine.Version version =
        publish ? machines.publish(machine.arn(), request.versionDescription()) : null;
    return UpdateStateMachineResponse.builder()
        .updateDate(machine.latest().updatedAt())
        .revisionId(machine.latest().id())
        .stateMachineVersionArn(version == null ? null : Shapes.versionArn(machine, version))
        .build();
  }

  /** To publish alone is nothing either: there is an operation for that. */
  private static boolean nothing(UpdateStateMachineRequest request) {
    return request.definition() == null
        && request.roleArn() == null
        && request.loggingConfiguration() == null
        && request.tracingConfiguration() == null
        && request.encryptionConfiguration() == null;
  }
}
