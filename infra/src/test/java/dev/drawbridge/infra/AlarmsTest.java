package dev.drawbridge.infra;

import static dev.drawbridge.infra.Synthesized.each;
import static dev.drawbridge.infra.Synthesized.properties;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.drawbridge.inspection.Kind;
import dev.drawbridge.workflows.Catalogue;
import dev.drawbridge.workflows.Trigger;
import dev.drawbridge.workflows.WorkerFunction;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class AlarmsTest {
  private static final int SCHEDULED =
      (int)
          Catalogue.workers().stream()
              .map(WorkerFunction::trigger)
              .filter(
                  EnumSet.of(Trigger.SCHEDULE, Trigger.CONNECTION_NOTICE_AND_SCHEDULE)::contains)
              .count();

  @Test
  void people_are_told_of_every_alarm() {
    assertThat(properties("AWS::CloudWatch::Alarm"))
        .hasSizeGreaterThan(Kind.values().length + 3 * Catalogue.stateMachines().size())
        .allMatch(alarm -> alarm.at("/AlarmActions/0").toString().contains(":drawbridge-people"))
        .allMatch(alarm -> !alarm.path("AlarmDescription").asText().isEmpty());
  }

  @Test
  void every_bad_end_of_every_state_machine_raises_an_alarm() {
    assertThat(properties("AWS::CloudWatch::Alarm"))
        .filteredOn(alarm -> alarm.path("Namespace").asText().equals("AWS/States"))
        .extracting(
            alarm ->
                alarm.path("MetricName").asText()
                    + " of "
                    + alarm
                        .at("/Dimensions/0/Value")
                        .toString()
                        .replaceAll("^.*:stateMachine:drawbridge-|\\W*$", ""))
        .containsExactlyInAnyOrder(
            "ExecutionsFailed of refresh-targets",
            "ExecutionsTimedOut of refresh-targets",
            "ExecutionsAborted of refresh-targets",
            "ExecutionsFailed of onboard-consumer",
            "ExecutionsTimedOut of onboard-consumer",
            "ExecutionsAborted of onboard-consumer",
            "ExecutionsFailed of offboard-consumer",
            "ExecutionsTimedOut of offboard-consumer",
            "ExecutionsAborted of offboard-consumer");
  }

  @Test
  void every_finding_of_the_inspection_raises_an_alarm() {
    assertThat(
            properties("AWS::CloudWatch::Alarm")
                .filter(alarm -> alarm.path("Namespace").asText().equals("Drawbridge"))
                .map(alarm -> alarm.path("MetricName").asText()))
        .containsAll(Stream.of(Kind.values()).map(Kind::name).toList());
  }

  @Test
  void every_alarm_leads_to_its_run_book_and_every_run_book_belongs_to_an_alarm()
      throws IOException {
    List<String> headings =
        Files.readAllLines(Path.of("..", "docs", "runbooks.md")).stream()
            .filter(line -> line.startsWith("## "))
            .map(line -> line.substring(3).toLowerCase(Locale.ROOT).replace(' ', '-'))
            .toList();
    assertThat(
            properties("AWS::CloudWatch::Alarm")
                .map(alarm -> alarm.path("AlarmDescription").asText())
                .map(text -> text.substring(text.indexOf("docs/runbooks.md#") + 17)))
        .containsExactlyInAnyOrderElementsOf(headings);
  }

  @Test
  void run_books_can_be_somewhere_else() {
    assertThat(
            Synthesized.resources(
                    "AWS::CloudWatch::Alarm", Map.of("runBooks", "https://wiki.example.com/db"))
                .values())
        .allMatch(
            alarm ->
                alarm
                    .at("/Properties/AlarmDescription")
                    .asText()
                    .contains(" https://wiki.example.com/db#"));
  }

  @Test
  void each_scheduled_worker_that_falls_silent_raises_an_alarm() {
    assertThat(properties("AWS::CloudWatch::Alarm"))
        .filteredOn(alarm -> alarm.path("MetricName").asText().equals("Invocations"))
        .hasSize(SCHEDULED)
        .allMatch(
            alarm ->
                alarm.at("/InsufficientDataActions/0").toString().contains(":drawbridge-people"));
  }

  @Test
  void no_alarm_rings_before_its_first_data() {
    assertThat(properties("AWS::CloudWatch::Alarm"))
        .noneMatch(alarm -> alarm.path("TreatMissingData").asText().equals("breaching"));
  }

  @Test
  void scheduled_workers_raise_an_alarm_when_they_fail() {
    assertThat(properties("AWS::CloudWatch::Alarm"))
        .filteredOn(alarm -> alarm.path("MetricName").asText().equals("Errors"))
        .hasSize(SCHEDULED);
  }

  @Test
  void dead_letters_that_lie_there_raise_an_alarm_for_each_worker_by_itself() {
    assertThat(
            properties("AWS::CloudWatch::Alarm")
                .filter(alarm -> alarm.path("Namespace").asText().equals("AWS/SQS"))
                .filter(alarm -> alarm.path("MetricName").asText().endsWith("Visible"))
                .map(
                    alarm ->
                        alarm.path("Statistic").asText()
                            + " "
                            + alarm.path("MetricName").asText()
                            + " "
                            + alarm.at("/Dimensions/0/Value").asText()))
        .hasSize(DeadLetters.workers().size())
        .containsExactlyInAnyOrderElementsOf(
            properties("AWS::SQS::Queue")
                .filter(queue -> !queue.has("RedrivePolicy"))
                .map(
                    queue ->
                        "Maximum ApproximateNumberOfMessagesVisible "
                            + queue.path("QueueName").asText())
                .toList());
  }

  @Test
  void events_that_nobody_takes_raise_an_alarm_before_they_are_lost() {
    assertThat(
            properties("AWS::CloudWatch::Alarm")
                .filter(
                    alarm ->
                        alarm.path("MetricName").asText().equals("ApproximateAgeOfOldestMessage")))
        .singleElement()
        .satisfies(
            alarm -> {
              assertThat(alarm.at("/Dimensions/0/Value").asText())
                  .isEqualTo("drawbridge-database-events");
              assertThat(alarm.path("Statistic").asText()).isEqualTo("Maximum");
              assertThat(alarm.path("Threshold").asInt()).isEqualTo(600);
            });
  }

  @Test
  void one_more_of_what_keeps_its_alarm_on_raises_another_alarm() {
    assertThat(
            properties("AWS::CloudWatch::Alarm")
                .filter(alarm -> alarm.has("Metrics"))
                .map(
                    alarm ->
                        alarm.at("/Metrics/0/Expression").asText()
                            + " of "
                            + alarm.at("/Metrics/1/MetricStat/Metric/MetricName").asText()))
        .hasSize(DeadLetters.workers().size() + 4)
        .contains(
            "DIFF(there) of FailedDriftChecks",
            "DIFF(there) of FailedWaits",
            "DIFF(there) of UnreadableItems",
            "DIFF(there) of FailedInspections",
            "DIFF(there) of ApproximateNumberOfMessagesVisible");
  }

  @Test
  void alarms_of_this_account_may_publish_to_people_and_use_the_topics_key() {
    assertThat(
            properties("AWS::SNS::TopicPolicy")
                .flatMap(policy -> each(policy.at("/PolicyDocument/Statement")))
                .filter(AlarmsTest::isOfCloudWatch))
        .singleElement()
        .satisfies(AlarmsTest::isConfined)
        .satisfies(s -> assertThat(s.path("Resource").toString()).contains("PeopleTopic"));
    assertThat(
            properties("AWS::KMS::Key")
                .flatMap(key -> each(key.at("/KeyPolicy/Statement")))
                .filter(AlarmsTest::isOfCloudWatch))
        .singleElement()
        .satisfies(AlarmsTest::isConfined);
  }

  private static boolean isOfCloudWatch(JsonNode statement) {
    return statement.at("/Principal/Service").asText().equals("cloudwatch.amazonaws.com");
  }

  private static void isConfined(JsonNode statement) {
    assertThat(statement.at("/Condition/StringEquals/aws:SourceAccount").toString())
        .contains("AWS::AccountId");
    assertThat(statement.at("/Condition/ArnLike/aws:SourceArn").toString()).contains(":alarm:*");
  }
}
