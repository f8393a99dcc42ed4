package dev.drawbridge.simulator.iam;

import dev.drawbridge.simulator.call.Caller;
import java.util.ArrayList;
import java.util.List;

/**
 * What is asked about tasks that Step Functions performs with the role of a state machine ("Service
 * integration policies for Step Functions", AWS Step Functions Developer Guide).
 */
public final class MachineActions {
  private MachineActions() {}

  /** About invoking a function, by name or ARN. */
  public static List<Authorization> invoke(String function, Caller role) {
    return List.of(OtherQuestions.invoke(function, null, role));
  }

  /** About starting a child execution by the ARN of a machine, a version or an alias. */
  public static List<Authorization> start(String machineArn) {
    return List.of(OtherQuestions.start(machineArn));
  }

  /**
   * About starting a child and waiting for its end, which takes a rule that AWS manages.
   * UNCONFIRMED when it is asked about: CreateStateMachine asks, too.
   *
   * @param name of the execution; {@code *} for one that is made up
   */
  public static List<Authorization> await(String machineArn, String name, Caller role) {
    Authorization start = OtherQuestions.start(machineArn);
    String execution = start.resource().replace(":stateMachine:", ":execution:") + ":" + name;
    String rule = role.arn("events", "rule/StepFunctionsGetEventsForStepFunctionsExecutionRule");
    List<Authorization> all = new ArrayList<>(List.of(start));
    List.of("states:DescribeExecution", "states:StopExecution")
        .forEach(action -> all.add(Authorization.of(action).on(execution)));
    List.of("events:PutTargets", "events:PutRule", "events:DescribeRule")
        .forEach(action -> all.add(Authorization.of(action).on(rule)));
    return all;
  }
}
