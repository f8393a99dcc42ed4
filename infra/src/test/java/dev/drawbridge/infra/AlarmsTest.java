package dev.drawbridge.infra;

import static dev.drawbridge.infra.Synthesized.each;
import static dev.drawbridge.infra.Synthesized.properties;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import org.junit.jupiter.api.Test;

class AlarmsTest {
  @Test
  void people_are_told_of_every_alarm() {
    assertThat(properties("AWS::CloudWatch::Alarm"))
        .hasSize(5)
        .allMatch(alarm -> alarm.at("/AlarmActions/0").toString().contains("PeopleTopic"))
        .allMatch(alarm -> !alarm.path("AlarmDescription").asText().isEmpty());
  }

  @Test
  void a_refresh_that_fails_and_one_that_never_ends_raise_an_alarm() {
    assertThat(properties("AWS::CloudWatch::Alarm"))
        .filteredOn(alarm -> alarm.path("Namespace").asText().equals("AWS/States"))
        .extracting(alarm -> alarm.path("MetricName").asText())
        .containsExactlyInAnyOrder("ExecutionsFailed", "ExecutionsTimedOut");
  }

  @Test
  void a_drift_check_that_does_not_run_raises_an_alarm() {
    assertThat(properties("AWS::CloudWatch::Alarm"))
        .anyMatch(
            alarm ->
                alarm.path("MetricName").asText().equals("Invocations")
                    && alarm.path("TreatMissingData").asText().equals("breaching"));
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
