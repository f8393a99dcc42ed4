package dev.drawbridge.infra;

import software.amazon.awscdk.Duration;
import software.amazon.awscdk.services.cloudwatch.Alarm;
import software.amazon.awscdk.services.cloudwatch.ComparisonOperator;
import software.amazon.awscdk.services.cloudwatch.IMetric;
import software.amazon.awscdk.services.cloudwatch.Metric;
import software.amazon.awscdk.services.cloudwatch.MetricOptions;
import software.amazon.awscdk.services.cloudwatch.Stats;
import software.amazon.awscdk.services.cloudwatch.TreatMissingData;
import software.amazon.awscdk.services.cloudwatch.actions.SnsAction;
import software.amazon.awscdk.services.lambda.Alias;
import software.constructs.Construct;

/** What people are told of without asking: a path that may not follow its database. */
final class Alarms {
  private static final Duration MINUTE = Duration.minutes(1);

  private final Construct scope;
  private final SnsAction people;

  Alarms(Construct scope, Topics topics) {
    this.scope = scope;
    this.people = new SnsAction(topics.people());
  }

  /** A refresh that failed, in a state of ours or in the hands of AWS, or never ended. */
  void onBadRefreshes(Workflow refresh) {
    onBadEnds("Refresh", "a database's path may not follow it", "refresh-targets", refresh);
  }

  /**
   * An onboarding that did not come to its end. The run tells people itself, but for one that was
   * aborted, timed out, or could not even say that it failed.
   */
  void onBadOnboardings(Workflow onboarding) {
    onBadEnds("Onboarding", "a consumer waits in vain", "onboard-consumer", onboarding);
  }

  /** An offboarding that did not come to its end, whatever it was that stopped it. */
  void onBadOffboardings(Workflow offboarding) {
    onBadEnds("Offboarding", "a consumer may be connected still", "offboard-consumer", offboarding);
  }

  private void onBadEnds(String id, String consequence, String machine, Workflow workflow) {
    String text = "An execution of %s %s: %s. Read it.";
    alarm(id + "Failed", text.formatted(machine, "failed", consequence), workflow.failures(MINUTE));
    alarm(
        id + "TimedOut",
        text.formatted(machine, "did not end in time", consequence),
        workflow.timeOuts(MINUTE));
    alarm(
        id + "Aborted",
        text.formatted(machine, "was aborted", consequence),
        workflow.aborts(MINUTE));
  }

  /** Events that reached no worker. The drift check has found what they were about by now. */
  void onDeadLetters(DeadLetters letters) {
    alarm(
        "UndeliveredEvents",
        "Events or notices could not be delivered: read the queue of dead letters.",
        letters.queue().metricApproximateNumberOfMessagesVisible(every(MINUTE, Stats.MAXIMUM)));
  }

  /** The check that finds lost events: when it fails, and when nobody runs it any more. */
  void onDriftCheck(Alias check) {
    alarm(
        "DriftCheckFailed",
        "Lost events of RDS go unnoticed while the drift check fails: read its log.",
        check.metricErrors(every(Duration.minutes(5), Stats.SUM)));
    Alarm silent =
        Alarm.Builder.create(scope, "DriftCheckSilent")
            .alarmDescription("Lost events of RDS go unnoticed: the drift check does not run.")
            .metric(check.metricInvocations(every(Duration.minutes(5), Stats.SUM)))
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
  void onWaitsCheck(Alias check) {
    alarm(
        "WaitsCheckFailed",
        "Runs may wait for what has happened while the check of waits fails: read its log.",
        check.metricErrors(every(Duration.minutes(5), Stats.SUM)));
  }

  /** A wait that cannot be read: it waits in vain, and no other with it. */
  void onFailedWaits() {
    alarm(
        "WaitNotEnded",
        "A wait cannot be read or ended, so its run waits in vain: read the log of CheckWaits.",
        inspected("FailedWaits"));
  }

  /** The look at whole paths: what it found, what it could not see, and when it fails. */
  void onInspection(Alias check) {
    alarm(
        "InspectionFailed",
        "Nobody looks at whole paths while the inspection fails: read the log of CheckExposures.",
        check.metricErrors(every(Duration.minutes(5), Stats.SUM)));
    alarm(
        "PathCut",
        "Something cuts the path of a database, or leads it where nobody approved: the messages to people say what, and whose it is.",
        inspected("CuttingFindings"));
    alarm(
        "PathFindings",
        "Something about the path of a database needs a person: the messages to people say what, and whose it is.",
        inspected("OtherFindings"));
    alarm(
        "PathNotSeen",
        "A path could not be looked at, or its record cannot be read: read the log of CheckExposures.",
        inspected("FailedInspections"));
  }

  private static IMetric inspected(String name) {
    return Metric.Builder.create()
        .namespace("Drawbridge")
        .metricName(name)
        .period(Duration.minutes(5))
        .statistic(Stats.MAXIMUM)
        .build();
  }

  static MetricOptions every(Duration period, String statistic) {
    return MetricOptions.builder().period(period).statistic(statistic).build();
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
