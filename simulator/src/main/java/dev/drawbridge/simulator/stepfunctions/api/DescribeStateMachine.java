package dev.drawbridge.simulator.stepfunctions.api;

import dev.drawbridge.simulator.call.Caller;
import dev.drawbridge.simulator.operation.Operation;
import dev.drawbridge.simulator.stepfunctions.Aliases;
import dev.drawbridge.simulator.stepfunctions.StateMachine;
import dev.drawbridge.simulator.stepfunctions.StateMachines;
import software.amazon.awssdk.services.sfn.model.DescribeStateMachineRequest;
import software.amazon.awssdk.services.sfn.model.DescribeStateMachineResponse;
import software.amazon.awssdk.services.sfn.model.StateMachineStatus;
import software.amazon.awssdk.services.sfn.model.StateMachineType;

/** Describes a state machine, one of its versions, or what an alias points to first. */
final class DescribeStateMachine
    implements Operation<DescribeStateMachineRequest, DescribeStateMachineResponse> {
  private final StateMachines machines;
  private final Aliases aliases;

  DescribeStateMachine(StateMachines machines, Aliases aliases) {
    this.machines = machines;
    this.aliases = aliases;
  }

  @Override
  public DescribeStateMachineResponse handle(DescribeStateMachineRequest request, Caller caller) {
    String arn = request.stateMachineArn();
    String target = aliases.has(arn) ? aliases.get(arn).routes().getFirst().versionArn() : arn;
    boolean plain = machines.has(target);
    StateMachine.Version version = plain ? null : machines.version(target);
    StateMachine machine =
        machines.get(plain ? target : target.substring(0, target.lastIndexOf(':')));
    StateMachine.Revision revision = version == null ? machine.latest() : version.revision();
    return DescribeStateMachineResponse.builder()
        .stateMachineArn(target)
        .name(machine.name())
        .status(StateMachineStatus.ACTIVE)
        .definition(revision.definition())
        .roleArn(revision.roleArn())
        .type(StateMachineType.STANDARD)
        .creationDate(version == null ? machine.createdAt() : version.createdAt())
        .revisionId(revision.id())
        .description(version == null ? null : version.description())
        .build();
  }
}
