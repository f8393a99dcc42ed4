package dev.drawbridge.simulator.stepfunctions.api;

import dev.drawbridge.simulator.call.Caller;
import dev.drawbridge.simulator.operation.Operation;
import dev.drawbridge.simulator.operation.ServiceError;
import dev.drawbridge.simulator.stepfunctions.StateMachine;
import dev.drawbridge.simulator.stepfunctions.StateMachines;
import software.amazon.awssdk.services.sfn.model.PublishStateMachineVersionRequest;
import software.amazon.awssdk.services.sfn.model.PublishStateMachineVersionResponse;

/** Publishes the latest revision as a version. */
final class PublishStateMachineVersion
    implements Operation<PublishStateMachineVersionRequest, PublishStateMachineVersionResponse> {
  private final StateMachines machines;

  PublishStateMachineVersion(StateMachines machines) {
    this.machines = machines;
  }

  @Override
  public PublishStateMachineVersionResponse handle(
      PublishStateMachineVersionRequest request, Caller caller) {
    StateMachine machine = machines.get(request.stateMachineArn());
    if (request.revisionId() != null && !request.revisionId().equals(machine.latest().id())) {
      throw ServiceError.client(
          "ConflictException",
          "Revision ID does not match the current revision of the state machine");
    }
    StateMachine.Version version = machines.publish(machine.arn(), request.description());
    return PublishStateMachineVersionResponse.builder()
        .creationDate(version.createdAt())
        .stateMachineVersionArn(Shapes.versionArn(machine, version))
        .build();
  }
}
