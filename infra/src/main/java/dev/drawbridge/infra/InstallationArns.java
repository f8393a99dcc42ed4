package dev.drawbridge.infra;

import dev.drawbridge.workflows.Catalogue;
import dev.drawbridge.workflows.StateMachine;
import dev.drawbridge.workflows.policy.Arns;
import java.util.List;
import software.amazon.awscdk.ArnComponents;
import software.amazon.awscdk.ArnFormat;
import software.amazon.awscdk.Stack;

/**
 * The ARNs of functions, state machines and the topic for people, made from their names. A worker
 * that starts executions cannot refer to the machine itself, since the machine refers to the worker
 * and CloudFormation refuses the circle; and a stack that referred to another's resources would
 * lock them (ADR 18).
 */
final class InstallationArns {
  /** The alias of every function and every state machine that callers use. */
  static final String LIVE = Arns.LIVE;

  private final Stack stack;
  private final ResourceNames names;

  InstallationArns(Stack stack, ResourceNames names) {
    this.stack = stack;
    this.names = names;
  }

  /** A state machine. */
  String machine(StateMachine machine) {
    return arn("states", "stateMachine", names.stateMachine(machine.name()));
  }

  /** The alias that everybody starts of a state machine. */
  String liveMachine(StateMachine machine) {
    return machine(machine) + ":" + LIVE;
  }

  /** The alias of a function. */
  String liveFunction(String worker) {
    return arn("lambda", "function", names.function(worker) + ":" + LIVE);
  }

  /** The aliases of the functions that are kept warm. */
  List<String> keptAlive() {
    return Catalogue.keptAlive().stream().map(this::liveFunction).toList();
  }

  /** The topic that people read. */
  String peopleTopic() {
    return stack.formatArn(
        ArnComponents.builder()
            .service("sns")
            .resource(names.peopleTopic())
            .arnFormat(ArnFormat.NO_RESOURCE_NAME)
            .build());
  }

  private String arn(String service, String resource, String name) {
    return stack.formatArn(
        ArnComponents.builder()
            .service(service)
            .resource(resource)
            .resourceName(name)
            .arnFormat(ArnFormat.COLON_RESOURCE_NAME)
            .build());
  }
}
