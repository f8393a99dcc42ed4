package dev.drawbridge.infra;

import dev.drawbridge.workflows.EventRule;
import dev.drawbridge.workflows.Rules;
import dev.drawbridge.workflows.StateMachine;
import dev.drawbridge.workflows.Trigger;
import dev.drawbridge.workflows.WorkerFunction;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import software.amazon.awscdk.Acknowledgment;
import software.amazon.awscdk.Duration;
import software.amazon.awscdk.Validations;
import software.amazon.awscdk.services.events.EventPattern;
import software.amazon.awscdk.services.events.Rule;
import software.amazon.awscdk.services.events.Schedule;
import software.amazon.awscdk.services.events.targets.LambdaFunction;
import software.amazon.awscdk.services.events.targets.SqsQueue;
import software.amazon.awscdk.services.lambda.Alias;
import software.amazon.awscdk.services.lambda.EventInvokeConfigOptions;
import software.amazon.awscdk.services.lambda.destinations.SqsDestination;
import software.amazon.awscdk.services.sns.Subscription;
import software.amazon.awscdk.services.sns.subscriptions.LambdaSubscription;
import software.constructs.Construct;

/**
 * What invokes a worker other than a state machine. EventBridge and SNS hand an event to Lambda, or
 * to a queue that Lambda reads, and forget it, Lambda invokes the worker; each can give up, and
 * leaves what it gave up in the dead letters.
 */
final class Triggers {
  private static final Duration EVERY = Duration.minutes(Rules.EVERY.toMinutes());

  /** After that a schedule has long found the same. */
  private static final Duration OLDEST_EVENT = Duration.hours(1);

  /** As often as EventBridge tries at all. */
  private static final int MOST_TRIES = 185;

  private final Construct scope;
  private final ResourceNames names;
  private final Topics topics;
  private final DeadLetters deadLetters;
  private final InstallationArns arns;
  private final Map<String, Alias> live;

  Triggers(
      Construct scope,
      ResourceNames names,
      Topics topics,
      DeadLetters deadLetters,
      InstallationArns arns,
      Map<String, Alias> live) {
    this.scope = scope;
    this.names = names;
    this.topics = topics;
    this.deadLetters = deadLetters;
    this.arns = arns;
    this.live = live;
  }

  /** Whether what does not reach a worker of that trigger, or makes it fail, is kept. */
  static boolean hasDeadLetters(Trigger trigger) {
    return trigger == Trigger.DATABASE_EVENT_RULE || keepsFailures(trigger);
  }

  /** Whether Lambda leaves what a worker of that trigger failed on in the dead letters. */
  static boolean keepsFailures(Trigger trigger) {
    return switch (trigger) {
      case EXECUTION_STATUS_RULE, CONNECTION_NOTICE_AND_SCHEDULE -> true;
      case DATABASE_EVENT_RULE, STATE, API, PAGE, BY_HAND, SCHEDULE -> false;
    };
  }

  void connect(List<WorkerFunction> workers) {
    workers.forEach(this::connect);
  }

  private void connect(WorkerFunction worker) {
    Alias alias = Objects.requireNonNull(live.get(worker.name()));
    if (keepsFailures(worker.trigger())) {
      keepFailures(worker, alias);
    }
    switch (worker.trigger()) {
      case STATE, API, PAGE, BY_HAND -> {}
      case SCHEDULE -> {
        forgetFailures(alias);
        onSchedule(worker, alias);
      }
      case DATABASE_EVENT_RULE -> onDatabaseEvent(worker, alias);
      case EXECUTION_STATUS_RULE ->
          onEvent(worker, alias, Rules.badEnds(arns.machine(StateMachine.ONBOARD)));
      case CONNECTION_NOTICE_AND_SCHEDULE -> {
        onNotice(worker, alias);
        onSchedule(worker, alias);
      }
    }
  }

  private void onDatabaseEvent(WorkerFunction worker, Alias alias) {
    DatabaseEvents events = new DatabaseEvents(scope, names, worker, deadLetters);
    rule(worker, Rules.databaseEvents())
        .addTarget(
            SqsQueue.Builder.create(events.queue())
                .deadLetterQueue(deadLetters.of(worker.name()))
                .maxEventAge(OLDEST_EVENT)
                .retryAttempts(MOST_TRIES)
                .build());
    events.feed(alias);
  }

  private Rule rule(WorkerFunction worker, EventRule events) {
    return Rule.Builder.create(scope, worker.name() + "Rule")
        .description("Invokes " + worker.name())
        .eventPattern(pattern(events))
        .build();
  }

  private void onEvent(WorkerFunction worker, Alias alias, EventRule events) {
    rule(worker, events)
        .addTarget(
            LambdaFunction.Builder.create(alias)
                .deadLetterQueue(deadLetters.of(worker.name()))
                .maxEventAge(OLDEST_EVENT)
                .retryAttempts(MOST_TRIES)
                .build());
  }

  private static EventPattern pattern(EventRule events) {
    return EventPattern.builder()
        .source(List.of(events.source()))
        .detailType(events.detailTypes())
        .detail(events.detail())
        .build();
  }

  private void onNotice(WorkerFunction worker, Alias alias) {
    Subscription subscription =
        topics
            .connections()
            .addSubscription(
                LambdaSubscription.Builder.create(alias)
                    .deadLetterQueue(deadLetters.of(worker.name()))
                    .build());
    // CDK's check of templates takes an alias for something other than a function.
    Validations.of(subscription)
        .acknowledge(
            Acknowledgment.builder()
                .id("CloudFormation-Validate::W3694")
                .reason("SNS may invoke an alias")
                .build());
  }

  /** An undelivered tick is neither retried nor kept: the next minute brings another. */
  private void onSchedule(WorkerFunction worker, Alias alias) {
    Rule rule =
        Rule.Builder.create(scope, worker.name() + "Schedule")
            .description("Invokes " + worker.name() + " every minute")
            .schedule(Schedule.rate(EVERY))
            .build();
    rule.addTarget(
        LambdaFunction.Builder.create(alias).maxEventAge(EVERY).retryAttempts(0).build());
  }

  /** Nor is one that failed: an alarm counts it. */
  private static void forgetFailures(Alias alias) {
    alias.configureAsyncInvoke(
        EventInvokeConfigOptions.builder().maxEventAge(EVERY).retryAttempts(0).build());
  }

  private void keepFailures(WorkerFunction worker, Alias alias) {
    alias.configureAsyncInvoke(
        EventInvokeConfigOptions.builder()
            .maxEventAge(OLDEST_EVENT)
            .retryAttempts(2)
            .onFailure(new SqsDestination(deadLetters.of(worker.name())))
            .build());
  }
}
