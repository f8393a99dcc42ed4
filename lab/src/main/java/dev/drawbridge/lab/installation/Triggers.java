package dev.drawbridge.lab.installation;

import dev.drawbridge.simulator.lambda.FunctionPermissions;
import dev.drawbridge.workflows.Rules;
import dev.drawbridge.workflows.Trigger;
import dev.drawbridge.workflows.WorkerFunction;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import software.amazon.awssdk.services.eventbridge.EventBridgeClient;
import software.amazon.awssdk.services.eventbridge.model.Target;
import software.amazon.awssdk.services.sns.SnsClient;

/**
 * What invokes workers besides the state machines: notices of connections, events of databases,
 * ends of executions, and schedules. The same as the CDK application connects.
 */
final class Triggers {
  private final SnsClient sns;
  private final EventBridgeClient events;
  private final DatabaseEvents databaseEvents;
  private final FunctionPermissions permissions;
  private final Map<String, String> arns;

  Triggers(
      SnsClient sns,
      EventBridgeClient events,
      DatabaseEvents databaseEvents,
      FunctionPermissions permissions,
      Map<String, String> arns) {
    this.databaseEvents = databaseEvents;
    this.permissions = permissions;
    this.sns = sns;
    this.events = events;
    this.arns = arns;
  }

  /** Connects all workers that a notice or an event starts. */
  void connect(List<WorkerFunction> workers, String connectionsTopic) {
    for (WorkerFunction worker : workers) {
      if (worker.trigger() == Trigger.CONNECTION_NOTICE_AND_SCHEDULE) {
        String function = arn(worker);
        permissions.allow(function, "sns.amazonaws.com", connectionsTopic);
        sns.subscribe(r -> r.topicArn(connectionsTopic).protocol("lambda").endpoint(function));
      }
      if (worker.trigger() == Trigger.EXECUTION_STATUS_RULE) {
        onEvent(worker, Rules.badEnds(onboarding()).pattern());
      }
      if (worker.trigger() == Trigger.DATABASE_EVENT_RULE) {
        onDatabaseEvent(worker);
      }
    }
  }

  /**
   * Starts the schedules.
   *
   * @param every in whole minutes
   */
  void schedule(List<WorkerFunction> workers, Duration every) {
    long minutes = every.toMinutes();
    for (WorkerFunction worker : workers) {
      if (worker.trigger() == Trigger.CONNECTION_NOTICE_AND_SCHEDULE
          || worker.trigger() == Trigger.SCHEDULE) {
        String name = worker.name() + "Schedule";
        String rate = "rate(%d minute%s)".formatted(minutes, minutes == 1 ? "" : "s");
        target(events.putRule(r -> r.name(name).scheduleExpression(rate)).ruleArn(), name, worker);
      }
    }
  }

  /** Through the queue, in batches. */
  private void onDatabaseEvent(WorkerFunction worker) {
    String name = worker.name() + "Rule";
    String pattern = Rules.databaseEvents().pattern();
    String rule = events.putRule(r -> r.name(name).eventPattern(pattern)).ruleArn();
    String queue = databaseEvents.make(worker, rule);
    events.putTargets(
        r -> r.rule(name).targets(Target.builder().id(worker.name()).arn(queue).build()));
    databaseEvents.feed(arn(worker), queue);
  }

  /** Invokes a worker with each event that matches. */
  void onEvent(WorkerFunction worker, String pattern) {
    String name = worker.name() + "Rule";
    target(events.putRule(r -> r.name(name).eventPattern(pattern)).ruleArn(), name, worker);
  }

  private void target(String ruleArn, String rule, WorkerFunction worker) {
    permissions.allow(arn(worker), "events.amazonaws.com", ruleArn);
    events.putTargets(
        r -> r.rule(rule).targets(Target.builder().id(worker.name()).arn(arn(worker)).build()));
  }

  /** The machine itself, as events name it, whichever alias started the execution. */
  private String onboarding() {
    String alias = arns.get("OnboardConsumerStateMachine");
    if (alias == null) {
      throw new IllegalStateException("onboard-consumer is not installed");
    }
    return alias.substring(0, alias.lastIndexOf(':'));
  }

  private String arn(WorkerFunction worker) {
    String arn = arns.get(worker.name());
    if (arn == null) {
      throw new IllegalStateException("worker " + worker.name() + " is not installed");
    }
    return arn;
  }
}
