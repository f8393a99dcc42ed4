package dev.drawbridge.infra;

import dev.drawbridge.workflows.StateMachine;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import software.amazon.awscdk.Aws;
import software.amazon.awscdk.RemovalPolicy;
import software.amazon.awscdk.services.iam.Role;
import software.amazon.awscdk.services.iam.ServicePrincipal;
import software.amazon.awscdk.services.lambda.Alias;
import software.amazon.awscdk.services.logs.LogGroup;
import software.amazon.awscdk.services.stepfunctions.CfnStateMachine;
import software.amazon.awscdk.services.stepfunctions.CfnStateMachineAlias;
import software.amazon.awscdk.services.stepfunctions.CfnStateMachineVersion;
import software.amazon.awscdk.services.stepfunctions.DefinitionBody;
import software.amazon.awscdk.services.stepfunctions.LogLevel;
import software.amazon.awscdk.services.stepfunctions.LogOptions;
import software.amazon.awscdk.services.stepfunctions.StateMachineType;
import software.constructs.Construct;

/** One state machine, from the very definition that the tests run, with a version and an alias. */
final class Workflow extends Construct {
  private final StateMachine source;
  private final CfnStateMachineAlias live;

  /**
   * @param workers the alias of each worker, by placeholder
   * @param children the machines that this one may start, by placeholder
   */
  Workflow(
      Construct scope,
      StateMachine source,
      LandingZone zone,
      Permissions permissions,
      Map<String, Alias> workers,
      Map<String, Workflow> children) {
    super(scope, source.placeholder());
    this.source = source;
    Map<String, String> substitutions = new LinkedHashMap<>();
    substitutions.put(StateMachine.PARTITION, Aws.PARTITION);
    for (String placeholder : source.placeholders()) {
      Alias worker = workers.get(placeholder);
      Workflow child = children.get(placeholder);
      if (worker != null) {
        substitutions.put(placeholder, worker.getFunctionArn());
      } else if (child != null) {
        substitutions.put(placeholder, child.live().getRef());
      } else {
        throw new IllegalArgumentException(
            source.name() + " has a placeholder that nothing stands for: " + placeholder);
      }
    }
    var machine = machine(zone, substitutions);
    permissions.of(source.permissions()).forEach(machine::addToRolePolicy);
    live = publish((CfnStateMachine) Objects.requireNonNull(machine.getNode().getDefaultChild()));
  }

  /** What starts executions: an alias, so that a new version never changes a running one. */
  CfnStateMachineAlias live() {
    return live;
  }

  private software.amazon.awscdk.services.stepfunctions.StateMachine machine(
      LandingZone zone, Map<String, String> substitutions) {
    String name = zone.names().stateMachine(source.name());
    Role role =
        Role.Builder.create(this, "MachineRole")
            .path(zone.rolePath())
            .assumedBy(new ServicePrincipal("states.amazonaws.com"))
            .build();
    return software.amazon.awscdk.services.stepfunctions.StateMachine.Builder.create(
            this, "Machine")
        .stateMachineName(name)
        .stateMachineType(StateMachineType.STANDARD)
        .definitionBody(DefinitionBody.fromString(source.definition()))
        .definitionSubstitutions(substitutions)
        .role(role)
        .logs(logs(name))
        .build();
  }

  /** Without execution data: the input of a token state holds the task token. */
  private LogOptions logs(String name) {
    LogGroup group =
        LogGroup.Builder.create(this, "Log")
            // The prefix spares the account's resource policy for log delivery, which is limited to
            // 5,120 characters ("Logging to CloudWatch Logs", AWS Step Functions Developer Guide).
            .logGroupName("/aws/vendedlogs/states/" + name)
            .retention(WorkerLambda.RETENTION)
            .removalPolicy(RemovalPolicy.DESTROY)
            .build();
    return LogOptions.builder()
        .destination(group)
        .level(LogLevel.ALL)
        .includeExecutionData(false)
        .build();
  }

  private CfnStateMachineAlias publish(CfnStateMachine machine) {
    CfnStateMachineVersion version =
        CfnStateMachineVersion.Builder.create(this, "Version")
            .stateMachineArn(machine.getRef())
            .stateMachineRevisionId(machine.getAttrStateMachineRevisionId())
            .build();
    // A new revision makes a new version; the old one stays for going back to.
    version.applyRemovalPolicy(RemovalPolicy.RETAIN);
    return CfnStateMachineAlias.Builder.create(this, "Live")
        .name(InstallationArns.LIVE)
        .routingConfiguration(
            List.of(
                CfnStateMachineAlias.RoutingConfigurationVersionProperty.builder()
                    .stateMachineVersionArn(version.getAttrArn())
                    .weight(100)
                    .build()))
        .build();
  }
}
