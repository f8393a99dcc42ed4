package dev.drawbridge.infra;

import dev.drawbridge.workflows.StateMachine;
import software.amazon.awscdk.Duration;
import software.amazon.awscdk.services.cloudwatch.Alarm;
import software.amazon.awscdk.services.cloudwatch.ComparisonOperator;
import software.amazon.awscdk.services.cloudwatch.IMetric;
import software.amazon.awscdk.services.cloudwatch.TreatMissingData;
import software.amazon.awscdk.services.cloudwatch.actions.SnsAction;
import software.amazon.awscdk.services.sns.Topic;
import software.constructs.Construct;

/** What people are told of without asking: a path that may not follow its database. */
final class Alarms {
  private static final Duration MINUTE = Duration.minutes(1);
  private static final Duration FIVE_MINUTES = Duration.minutes(5);

  private final Construct scope;
  private final InstallationMetrics metrics;
  private final SnsAction people;

  Alarms(Construct scope, ResourceNames names, InstallationArns arns) {
    this.scope = scope;
    this.metrics = new InstallationMetrics(names, arns);
    this.people = new SnsAction(Topic.fromTopicArn(scope, "PeopleTopic", arns.peopleTopic()));
  }

  /** A refresh that failed, in a state of ours or in the hands of AWS, or never ended. */
  void onBadRefreshes(StateMachine refresh) {
    onBadEnds("Refresh", "a database's path may not follow it", refresh);
  }

  /**
   * An onboarding that did not come to its end. The run tells people itself, but for one that was
   * aborted, timed out, or could not even say that it failed.
   */
  void onBadOnboardings(StateMachine onboarding) {
    onBadEnds("Onboarding", "a consumer waits in vain", onboarding);
  }

  /** An offboarding that did not come to its end, whatever it was that stopped it. */
  void onBadOffboardings(StateMachine offboarding) {
    onBadEnds("Offboarding", "a consumer may be connected still", offboarding);
  }

  private void onBadEnds(String id, String consequence, StateMachine machine) {
    String text = "An execution of %s %s: %s. Read it.";
    alarm(
        id + "Failed",
        text.formatted(machine.name(), "failed", consequence),
        metrics.executions(machine, "ExecutionsFailed", MINUTE));
    alarm(
        id + "TimedOut",
        text.formatted(machine.name(), "did not end in time", consequence),
        metrics.executions(machine, "ExecutionsTimedOut", MINUTE));
    alarm(
        id + "Aborted",
        text.formatted(machine.name(), "was aborted", consequence),
        metrics.executions(machine, "ExecutionsAborted", MINUTE));
  }

  /** Events that reached no worker. The drift check has found what they were about by now. */
  void onDeadLetters() {
    alarm(
        "UndeliveredEvents",
        "Events or notices could not be delivered: read the queue of dead letters.",
        metrics.deadLetters(MINUTE));
  }

  /** The check that finds lost events: when it fails, and when nobody runs it any more. */
  void onDriftCheck() {
    alarm(
        "DriftCheckFailed",
        "Lost events of RDS go unnoticed while the drift check fails: read its log.",
        metrics.worker("CheckDrift", "Errors", FIVE_MINUTES));
    Alarm silent =
        Alarm.Builder.create(scope, "DriftCheckSilent")
            .alarmDescription("Lost events of RDS go unnoticed: the drift check does not run.")
            .metric(metrics.worker("CheckDrift", "Invocations", FIVE_MINUTES))
            .threshold(1)
            .comparisonOperator(ComparisonOperator.LESS_THAN_THRESHOLD)
            .evaluationPeriods(1)
            // Lambda reports no zeros: silence is missing data. An alarm is born without data and
            // acts at changes only, so this rings when the check falls silent, not before its first
            // run ("Configuring how CloudWatch alarms treat missing data", CloudWatch User Guide).
            .treatMissingData(TreatMissingData.MISSING)
            .build();
    silent.addAlarmAction(people);
    silent.addInsufficientDataAction(people);
  }

  /** The sweep that wakes runs whose notice was lost. */
  void onWaitsCheck() {
    alarm(
        "WaitsCheckFailed",
        "Runs may wait for what has happened while the check of waits fails: read its log.",
        metrics.worker("CheckWaits", "Errors", FIVE_MINUTES));
  }

  /** A wait that cannot be read: it waits in vain, and no other with it. */
  void onFailedWaits() {
    alarm(
        "WaitNotEnded",
        "A wait cannot be read or ended, so its run waits in vain: read the log of CheckWaits.",
        metrics.ours("FailedWaits", FIVE_MINUTES));
  }

  /** The look at whole paths: what it found, what it could not see, and when it fails. */
  void onInspection() {
    alarm(
        "InspectionFailed",
        "Nobody looks at whole paths while the inspection fails: read the log of CheckExposures.",
        metrics.worker("CheckExposures", "Errors", FIVE_MINUTES));
    alarm(
        "PathCut",
        "Something cuts the path of a database, or leads it where nobody approved: the messages to people say what, and whose it is.",
        metrics.ours("CuttingFindings", FIVE_MINUTES));
    alarm(
        "PathFindings",
        "Something about the path of a database needs a person: the messages to people say what, and whose it is.",
        metrics.ours("OtherFindings", FIVE_MINUTES));
    alarm(
        "PathNotSeen",
        "A path could not be looked at, or its record cannot be read: read the log of CheckExposures.",
        metrics.ours("FailedInspections", FIVE_MINUTES));
  }

  private void alarm(String id, String description, IMetric metric) {
    Alarm made =
        Alarm.Builder.create(scope, id)
            .alarmDescription(description)
            .metric(metric)
            .threshold(1)
            .comparisonOperator(ComparisonOperator.GREATER_THAN_OR_EQUAL_TO_THRESHOLD)
            .evaluationPeriods(1)
            .treatMissingData(TreatMissingData.NOT_BREACHING)
            .build();
    made.addAlarmAction(people);
  }
}
