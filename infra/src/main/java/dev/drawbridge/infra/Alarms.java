package dev.drawbridge.infra;

import dev.drawbridge.inspection.Kind;
import dev.drawbridge.workflows.Catalogue;
import dev.drawbridge.workflows.EventQueue;
import dev.drawbridge.workflows.StateMachine;
import java.util.Locale;
import java.util.regex.Pattern;
import software.amazon.awscdk.Duration;
import software.amazon.awscdk.services.cloudwatch.Alarm;
import software.amazon.awscdk.services.cloudwatch.ComparisonOperator;
import software.amazon.awscdk.services.cloudwatch.IMetric;
import software.amazon.awscdk.services.cloudwatch.TreatMissingData;
import software.amazon.awscdk.services.cloudwatch.actions.SnsAction;
import software.amazon.awscdk.services.sns.Topic;
import software.constructs.Construct;

/** What people are told of without asking, each with its run book. */
final class Alarms {
  private static final Duration MINUTE = Duration.minutes(1);
  private static final Duration FIVE_MINUTES = Duration.minutes(5);
  private static final Pattern WORD = Pattern.compile("(?<=[a-z])(?=[A-Z])");

  private final Construct scope;
  private final InstallationMetrics metrics;
  private final SnsAction people;
  private final String runBooks;

  /**
   * @param runBooks where the page of run books is
   */
  Alarms(Construct scope, ResourceNames names, InstallationArns arns, String runBooks) {
    this.scope = scope;
    this.metrics = new InstallationMetrics(names, arns);
    this.people = new SnsAction(Topic.fromTopicArn(scope, "PeopleTopic", arns.peopleTopic()));
    this.runBooks = runBooks;
  }

  /** The part of the page of run books that an alarm of that id leads to. */
  static String anchor(String id) {
    return WORD.matcher(id).replaceAll("-").toLowerCase(Locale.ROOT);
  }

  /** The id of the alarm of a finding. */
  static String id(Kind kind) {
    StringBuilder id = new StringBuilder("Found");
    for (String word : kind.name().split("_", -1)) {
      id.append(word.charAt(0)).append(word.substring(1).toLowerCase(Locale.ROOT));
    }
    return id.toString();
  }

  /** An execution that did not come to its end, whatever it was that stopped it. */
  void onBadEnds() {
    for (StateMachine machine : Catalogue.stateMachines()) {
      String id = machine.placeholder().replace("StateMachine", "");
      onBadEnd(machine, id + "Failed", "failed", "ExecutionsFailed");
      onBadEnd(machine, id + "TimedOut", "did not end in time", "ExecutionsTimedOut");
      onBadEnd(machine, id + "Aborted", "was aborted", "ExecutionsAborted");
    }
  }

  private void onBadEnd(StateMachine machine, String id, String end, String metric) {
    String text = "An execution of %s %s.".formatted(machine.name(), end);
    alarm(id, text, metrics.executions(machine, metric, MINUTE));
  }

  /** Events that reached no worker, for each worker by itself: rings until its queue is empty. */
  void onDeadLetters() {
    for (String worker : DeadLetters.workers()) {
      alarmOnEach(
          "Undelivered" + worker,
          "An event or a notice did not reach %s, or made it fail each time.".formatted(worker),
          metrics.deadLetters(worker, MINUTE),
          MINUTE);
    }
  }

  /** Events that wait for a worker: none runs, or too few do. */
  void onWaitingEvents() {
    alarm(
        "DatabaseEventsWait",
        "Events of RDS wait for their worker.",
        metrics.oldestEvent(MINUTE),
        EventQueue.TOO_OLD.toSeconds());
  }

  /** The checks that find what events missed: when they fail, and when nobody runs one any more. */
  void onChecks() {
    onErrors("DriftCheckFailed", "Lost events of RDS go unnoticed.", "CheckDrift");
    onErrors("WaitsCheckFailed", "Runs may wait for what has happened.", "CheckWaits");
    onErrors("InspectionFailed", "Nobody looks at whole paths.", "CheckExposures");
    onSilence("DriftCheckSilent", "The drift check does not run any more.", "CheckDrift");
    onSilence("WaitsCheckSilent", "The check of waits does not run any more.", "CheckWaits");
    onSilence("InspectionSilent", "The inspection does not run any more.", "CheckExposures");
    onEach("DatabaseNotChecked", "A database could not be checked.", "FailedDriftChecks");
    onEach("WaitNotEnded", "A wait cannot be read or ended.", "FailedWaits");
    onEach("ItemNotShown", "The API or a page could not show an item.", "UnreadableItems");
    onEach(
        "PathNotSeen", "A path could not be looked at, or people not told.", "FailedInspections");
  }

  private void onEach(String id, String text, String metric) {
    alarmOnEach(id, text, metrics.ours(metric, FIVE_MINUTES), FIVE_MINUTES);
  }

  /**
   * What stays until a person acts keeps its alarm on, which tells nobody of a second: another
   * alarm rings whenever there is one more.
   */
  private void alarmOnEach(String id, String text, IMetric metric, Duration period) {
    alarm(id, text, metric);
    alarm(
        "Another" + id, "One more than before. " + text, InstallationMetrics.rise(metric, period));
  }

  /** A disabled schedule, or a worker that may not run at all, such as by concurrency 0. */
  private void onSilence(String id, String text, String worker) {
    Alarm silent =
        Alarm.Builder.create(scope, id)
            .alarmDescription(described(id, text))
            .metric(metrics.worker(worker, "Invocations", FIVE_MINUTES))
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

  private void onErrors(String id, String text, String worker) {
    alarm(id, text, metrics.worker(worker, "Errors", FIVE_MINUTES));
  }

  /** Everything that the inspection can find, once it has told people of it. */
  void onFindings() {
    for (Kind kind : Kind.values()) {
      onOurs(id(kind), "The inspection found %s.".formatted(kind.name()), kind.name());
    }
  }

  /** Calls of people and accounts that ended in an error of ours. */
  void onApi(String id, String api) {
    alarm(id, "Calls of the API %s fail.".formatted(api), metrics.api(api, FIVE_MINUTES));
  }

  private void onOurs(String id, String text, String metric) {
    alarm(id, text, metrics.ours(metric, FIVE_MINUTES));
  }

  private void alarm(String id, String text, IMetric metric) {
    alarm(id, text, metric, 1);
  }

  private void alarm(String id, String text, IMetric metric, long threshold) {
    Alarm made =
        Alarm.Builder.create(scope, id)
            .alarmDescription(described(id, text))
            .metric(metric)
            .threshold(threshold)
            .comparisonOperator(ComparisonOperator.GREATER_THAN_OR_EQUAL_TO_THRESHOLD)
            .evaluationPeriods(1)
            .treatMissingData(TreatMissingData.NOT_BREACHING)
            .build();
    made.addAlarmAction(people);
  }

  private String described(String id, String text) {
    return "%s What to do: %s#%s".formatted(text, runBooks, anchor(id));
  }
}
