package dev.drawbridge.infra;

import dev.drawbridge.workflows.Catalogue;
import dev.drawbridge.workflows.StateMachine;
import dev.drawbridge.workflows.WorkerFunction;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import software.amazon.awscdk.CfnOutput;
import software.amazon.awscdk.Stack;
import software.amazon.awscdk.services.lambda.Alias;
import software.amazon.awscdk.services.lambda.Code;
import software.constructs.Construct;

/** One installation in the provider's account and region: everything that the catalogue names. */
public final class DrawbridgeStack extends Stack {

  /**
   * @param code the jar that holds every worker of the catalogue
   * @throws IllegalArgumentException naming a setting of the application's context that is missing
   *     or wrong
   */
  public DrawbridgeStack(Construct scope, String id, Code code) {
    super(scope, id);
    Configuration configuration = Configuration.of(getNode());
    StateMachineArns arns = new StateMachineArns(this);
    Storage storage = new Storage(this);
    Topics topics = new Topics(this);
    DeadLetters deadLetters = new DeadLetters(this);
    FunctionArns functions = new FunctionArns(this);
    PagesApi pages = new PagesApi(this, configuration, functions);
    Environments environments =
        new Environments(storage, topics, arns, functions, configuration, pages);
    Permissions permissions = new Permissions(this, storage, topics);
    Network network = new Network(this);
    Snapshots snapshots = new Snapshots();

    Map<String, Alias> live = new LinkedHashMap<>();
    for (WorkerFunction worker : Catalogue.workers()) {
      WorkerLambda lambda =
          new WorkerLambda(
              this,
              worker,
              code,
              environments.of(worker),
              permissions.of(worker.permissions()),
              network,
              snapshots);
      live.put(worker.name(), lambda.live());
    }
    Map<String, Workflow> workflows = new LinkedHashMap<>();
    for (StateMachine machine : Catalogue.stateMachines()) {
      workflows.put(
          machine.placeholder(), new Workflow(this, machine, permissions, live, workflows));
    }
    new Triggers(this, topics, deadLetters, arns, live).connect(Catalogue.workers());
    SignedApi api = new SignedApi(this, configuration, live);
    pages.allow(live);
    Alarms alarms = new Alarms(this, topics);
    alarms.onBadRefreshes(of(workflows, StateMachine.REFRESH));
    alarms.onBadOnboardings(of(workflows, StateMachine.ONBOARD));
    alarms.onBadOffboardings(of(workflows, StateMachine.OFFBOARD));
    alarms.onDeadLetters(deadLetters);
    alarms.onDriftCheck(Objects.requireNonNull(live.get("CheckDrift")));
    alarms.onWaitsCheck(Objects.requireNonNull(live.get("CheckWaits")));
    alarms.onFailedWaits();
    alarms.onInspection(Objects.requireNonNull(live.get("CheckExposures")));
    describe(topics, workflows);
    output("ApiUrl", api.url());
    if (!pages.url().isEmpty()) {
      output("PagesUrl", pages.url());
    }
  }

  private static Workflow of(Map<String, Workflow> workflows, StateMachine machine) {
    return Objects.requireNonNull(workflows.get(machine.placeholder()));
  }

  private void describe(Topics topics, Map<String, Workflow> workflows) {
    workflows.forEach(
        (placeholder, workflow) -> output(placeholder + "Arn", workflow.live().getRef()));
    output("PeopleTopicArn", topics.people().getTopicArn());
  }

  private void output(String id, String value) {
    CfnOutput.Builder.create(this, id).value(value).build();
  }
}
