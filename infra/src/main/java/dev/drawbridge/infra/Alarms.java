package dev.drawbridge.infra;

import software.amazon.awscdk.Duration;
import software.amazon.awscdk.services.cloudwatch.Alarm;
import software.amazon.awscdk.services.cloudwatch.ComparisonOperator;
import software.amazon.awscdk.services.cloudwatch.IMetric;
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
  void onFailedRefreshes(Workflow refresh) {
    alarm(
        "RefreshFailed",
        "A database's path may not follow it: read the failed execution of refresh-targets.",
        refresh.failures(MINUTE));
    alarm(
        "RefreshTimedOut",
        "A refresh of a database's path did not end: read the execution of refresh-targets.",
        refresh.timeOuts(MINUTE));
  }

  /** Events that reached no worker. The drift check has found what they were about by now. */
  void onDeadLetters(DeadLetters letters) {
    alarm(
        "UndeliveredEvents",
        "Events or notices could not be delivered: read the queue of dead letters.",
        letters.queue().metricApproximateNumberOfMessagesVisible(every(MINUTE, Stats.MAXIMUM)));
  }

  /** The check that finds lost events: when it fails, and when nobody runs it. */
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
            .treatMissingData(TreatMissingData.BREACHING)
            .build();
    silent.addAlarmAction(people);
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
