package dev.drawbridge.simulator.stepfunctions.api;

import dev.drawbridge.simulator.call.Caller;
import dev.drawbridge.simulator.operation.Operation;
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
}
