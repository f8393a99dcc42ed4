package dev.drawbridge.simulator.stepfunctions;

import dev.drawbridge.engine.definition.Workflow;
import dev.drawbridge.engine.step.Identity;
import org.jspecify.annotations.Nullable;

/**
 * What StartExecution was asked to start.
 *
 * @param revision what runs
 * @param versionArn the version, if it was named or an alias led to it
 * @param aliasArn the alias, if it was named
 */
record StartTarget(
    StateMachine machine,
    StateMachine.Revision revision,
    @Nullable String versionArn,
    @Nullable String aliasArn) {

  /** Finds the state machine, version or alias of that ARN; an alias draws one of its versions. */
  static StartTarget of(String arn, StateMachines machines, Aliases aliases) {
    if (machines.has(arn)) {
      StateMachine machine = machines.get(arn);
      return new StartTarget(machine, machine.latest(), null, null);
    }
    String alias = aliases.has(arn) ? arn : null;
    String version = alias == null ? arn : aliases.route(aliases.get(alias));
    StateMachine.Revision revision = machines.version(version).revision();
    StateMachine machine = machines.get(version.substring(0, version.lastIndexOf(':')));
    return new StartTarget(machine, revision, version, alias);
  }

  Workflow workflow() {
    return revision.workflow();
  }

  String executionArn(String name) {
    return machine.arn().replace(":stateMachine:", ":execution:") + ":" + name;
  }

  Identity identity(String name, String region) {
    return new Identity(
        executionArn(name), name, region, revision.roleArn(), machine.arn(), machine.name());
  }
}
