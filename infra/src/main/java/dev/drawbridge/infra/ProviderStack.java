package dev.drawbridge.infra;

import dev.drawbridge.workflows.Catalogue;
import dev.drawbridge.workflows.StateMachine;
import dev.drawbridge.workflows.WorkerFunction;
import java.util.LinkedHashMap;
import java.util.Map;
import software.amazon.awscdk.CfnOutput;
import software.amazon.awscdk.Stack;
import software.amazon.awscdk.StackProps;
import software.amazon.awscdk.services.lambda.Alias;
import software.amazon.awscdk.services.lambda.Code;
import software.constructs.Construct;

/** Workers, state machines, table, keys, topics and triggers: everything that changes AWS. */
final class ProviderStack extends Stack {
  private final InstallationArns arns;

  /**
   * @param code the jar that holds every worker of the catalogue
   */
  ProviderStack(
      Construct scope,
      String id,
      StackProps properties,
      LandingZone zone,
      Configuration configuration,
      Code code) {
    super(scope, id, properties);
    ResourceNames names = zone.names();
    arns = new InstallationArns(this, names);
    Storage storage = new Storage(this, zone);
    Topics topics = new Topics(this, zone);
    DeadLetters deadLetters = new DeadLetters(this, names);
    GatewayIds gateways = new GatewayIds(this, names, configuration);
    WorkerParts parts =
        new WorkerParts(
            zone,
            code,
            new Environments(zone, storage, topics, arns, configuration, gateways),
            new Permissions(this, names, storage, topics, deadLetters),
            new Network(this),
            new Snapshots());

    Map<String, Alias> live = new LinkedHashMap<>();
    for (WorkerFunction worker : Catalogue.workers()) {
      live.put(worker.name(), new WorkerLambda(this, worker, parts).live());
    }
    Map<String, Workflow> workflows = new LinkedHashMap<>();
    for (StateMachine machine : Catalogue.stateMachines()) {
      workflows.put(
          machine.placeholder(),
          new Workflow(this, machine, zone, parts.permissions(), live, workflows));
    }
    new Triggers(this, names, topics, deadLetters, arns, live).connect(Catalogue.workers());
    gateways.allow(live);
    workflows.forEach(
        (placeholder, workflow) -> output(placeholder + "Arn", workflow.live().getRef()));
    output("PeopleTopicArn", topics.people().getTopicArn());
  }

  private void output(String id, String value) {
    CfnOutput.Builder.create(this, id).value(value).build();
  }
}
