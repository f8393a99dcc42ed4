package dev.drawbridge.simulator.stepfunctions.api;

import dev.drawbridge.simulator.operation.Operation;
import dev.drawbridge.simulator.operation.Service;
import dev.drawbridge.simulator.stepfunctions.Aliases;
import dev.drawbridge.simulator.stepfunctions.Executions;
import dev.drawbridge.simulator.stepfunctions.StateMachines;
import dev.drawbridge.simulator.stepfunctions.StepFunctionsService;
import java.util.List;

/** The operations that are modelled. */
public final class Operations {
  private Operations() {}

  /** The service as the door knows it. */
  public static Service of(StepFunctionsService states) {
    return new Service(
        "states",
        Service.Protocol.JSON_1_0,
        "AWSStepFunctions",
        all(states.machines(), states.aliases(), states.executions()));
  }

  private static List<Operation<?, ?>> all(
      StateMachines machines, Aliases aliases, Executions executions) {
    return List.of(
        new CreateStateMachine(machines),
        new UpdateStateMachine(machines),
        new DescribeStateMachine(machines, aliases),
        new ListStateMachines(machines),
        new DeleteStateMachine(machines),
        new ValidateStateMachineDefinition(),
        new StartExecution(executions),
        new DescribeExecution(executions),
        new ListExecutions(machines, executions),
        new StopExecution(executions),
        new GetExecutionHistory(executions),
        new RedriveExecution(executions),
        new SendTaskSuccess(executions),
        new SendTaskFailure(executions),
        new SendTaskHeartbeat(executions),
        new PublishStateMachineVersion(machines),
        new ListStateMachineVersions(machines),
        new DeleteStateMachineVersion(machines, aliases),
        new CreateStateMachineAlias(aliases),
        new DescribeStateMachineAlias(aliases),
        new UpdateStateMachineAlias(aliases),
        new DeleteStateMachineAlias(aliases),
        new ListStateMachineAliases(machines, aliases),
        new TagResource(machines),
        new UntagResource(machines),
        new ListTagsForResource(machines));
  }
}
