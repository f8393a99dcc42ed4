package dev.drawbridge.infra;

import dev.drawbridge.workflows.policy.Arns;
import software.amazon.awscdk.ArnComponents;
import software.amazon.awscdk.ArnFormat;
import software.amazon.awscdk.Stack;

/**
 * The ARNs of the state machines, made from their names. A worker that starts or reads executions
 * cannot refer to the machine itself: the machine refers to the worker, and CloudFormation refuses
 * the circle.
 */
final class StateMachineArns {
  /** The machine that a worker starts when a database's targets have to be looked at again. */
  static final String REFRESH = "refresh-targets";

  /** The machine whose ends are recorded. */
  static final String ONBOARD = "onboard-consumer";

  /** The machine that takes paths away. */
  static final String OFFBOARD = "offboard-consumer";

  /** The alias of every function and every state machine that callers use. */
  static final String LIVE = Arns.LIVE;

  /** What the names of functions and state machines begin with. */
  static final String PREFIX = "drawbridge-";

  private final Stack stack;

  StateMachineArns(Stack stack) {
    this.stack = stack;
  }

  /** What the machine is called in the account: several stacks may not share a region. */
  static String physicalName(String name) {
    return PREFIX + name;
  }

  String machine(String name) {
    return arn("stateMachine", physicalName(name));
  }

  String live(String name) {
    return machine(name) + ":" + LIVE;
  }

  private String arn(String resource, String name) {
    return stack.formatArn(
        ArnComponents.builder()
            .service("states")
            .resource(resource)
            .resourceName(name)
            .arnFormat(ArnFormat.COLON_RESOURCE_NAME)
            .build());
  }
}
