package dev.drawbridge.infra;

import static dev.drawbridge.infra.Synthesized.each;
import static dev.drawbridge.infra.Synthesized.properties;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.drawbridge.workflows.Catalogue;
import dev.drawbridge.workflows.Rules;
import dev.drawbridge.workflows.Trigger;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

class TriggersTest {
  private static final Set<Trigger> SCHEDULED =
      EnumSet.of(Trigger.SCHEDULE, Trigger.CONNECTION_NOTICE_AND_SCHEDULE);

  @Test
  void database_events_reach_their_worker() {
    List<JsonNode> rules = rules("aws.rds");
    assertThat(rules).hasSize(count(EnumSet.of(Trigger.DATABASE_EVENT_RULE)));
    for (JsonNode rule : rules) {
      assertThat(texts(rule.at("/EventPattern/detail/EventID")))
          .isEqualTo(Rules.databaseEventIds())
          .contains("RDS-EVENT-0071", "RDS-EVENT-0385", "RDS-EVENT-0049", "RDS-EVENT-0248");
    }
  }

  @Test
  void they_wait_in_a_queue_that_fits_the_worker_and_ends_in_its_dead_letters() {
    JsonNode rule = rules("aws.rds").getFirst();
    assertThat(rule.at("/Targets/0/Arn").toString()).contains("DatabaseEvents");
    int timeout =
        (int)
            Catalogue.workers().stream()
                .filter(worker -> worker.trigger() == Trigger.DATABASE_EVENT_RULE)
                .findFirst()
                .orElseThrow()
                .timeout()
                .toSeconds();
    assertThat(properties("AWS::SQS::Queue").filter(queue -> queue.has("RedrivePolicy")))
        .singleElement()
        .satisfies(
            queue -> {
              assertThat(queue.path("QueueName").asText()).isEqualTo("drawbridge-database-events");
              assertThat(queue.path("SqsManagedSseEnabled").asBoolean()).isTrue();
              assertThat(queue.path("VisibilityTimeout").asInt()).isEqualTo(6 * timeout);
              assertThat(queue.at("/RedrivePolicy/maxReceiveCount").asInt()).isEqualTo(20);
              assertThat(queue.at("/RedrivePolicy/deadLetterTargetArn").toString())
                  .contains("DeadLettersOfTriggerRefresh");
            });
    assertThat(properties("AWS::Lambda::EventSourceMapping"))
        .singleElement()
        .satisfies(
            mapping -> {
              assertThat(mapping.path("BatchSize").asInt()).isEqualTo(10);
              assertThat(mapping.at("/ScalingConfig/MaximumConcurrency").asInt()).isEqualTo(10);
              assertThat(texts(mapping.path("FunctionResponseTypes")))
                  .containsExactly("ReportBatchItemFailures");
            });
  }

  @Test
  void only_the_rule_may_fill_the_queue() {
    assertThat(
            properties("AWS::SQS::QueuePolicy")
                .filter(policy -> policy.path("Queues").toString().contains("DatabaseEvents"))
                .flatMap(policy -> each(policy.at("/PolicyDocument/Statement")))
                .filter(statement -> statement.path("Effect").asText().equals("Allow")))
        .singleElement()
        .satisfies(
            statement -> {
              assertThat(statement.at("/Principal/Service").asText())
                  .isEqualTo("events.amazonaws.com");
              assertThat(statement.at("/Condition/ArnEquals/aws:SourceArn").toString())
                  .contains("TriggerRefreshRule");
            });
  }

  @Test
  void event_ids_are_spelled_as_rds_spells_them_and_none_twice() {
    assertThat(Rules.databaseEventIds())
        .doesNotHaveDuplicates()
        .allMatch(id -> id.matches("RDS-EVENT-\\d{4}"));
  }

  @Test
  void bad_ends_of_an_onboarding_reach_their_worker() {
    List<JsonNode> rules = rules("aws.states");
    assertThat(rules).hasSize(count(EnumSet.of(Trigger.EXECUTION_STATUS_RULE)));
    for (JsonNode rule : rules) {
      assertThat(texts(rule.at("/EventPattern/detail/status")))
          .containsExactlyInAnyOrder("FAILED", "TIMED_OUT", "ABORTED");
      assertThat(rule.at("/EventPattern/detail/stateMachineArn").toString())
          .contains("drawbridge-onboard-consumer");
    }
  }

  @Test
  void events_are_retried_and_what_cannot_be_delivered_is_kept() {
    assertThat(properties("AWS::Events::Rule").filter(rule -> rule.has("EventPattern")))
        .isNotEmpty()
        .allMatch(rule -> rule.at("/Targets/0/DeadLetterConfig").has("Arn"))
        .allMatch(rule -> rule.at("/Targets/0/RetryPolicy/MaximumRetryAttempts").asInt() > 0);
    assertThat(properties("AWS::Lambda::EventInvokeConfig").filter(TriggersTest::retried))
        .isNotEmpty()
        .allMatch(config -> config.at("/DestinationConfig/OnFailure").has("Destination"));
  }

  @Test
  void a_failed_turn_of_a_schedule_is_not_retried_for_the_next_one_comes_in_a_minute() {
    assertThat(properties("AWS::Lambda::EventInvokeConfig").filter(config -> !retried(config)))
        .hasSize(count(EnumSet.of(Trigger.SCHEDULE)))
        .allMatch(config -> config.path("MaximumEventAgeInSeconds").asInt() == 60);
  }

  private static boolean retried(JsonNode config) {
    return config.path("MaximumRetryAttempts").asInt() > 0;
  }

  @Test
  void scheduled_workers_run_every_minute() {
    assertThat(
            properties("AWS::Events::Rule")
                .filter(rule -> rule.path("ScheduleExpression").asText().equals("rate(1 minute)")))
        .hasSize(count(SCHEDULED));
  }

  @Test
  void notices_of_connections_reach_their_worker() {
    assertThat(properties("AWS::SNS::Subscription"))
        .hasSize(count(EnumSet.of(Trigger.CONNECTION_NOTICE_AND_SCHEDULE)))
        .allMatch(s -> s.get("Protocol").asText().equals("lambda"))
        .allMatch(s -> s.at("/RedrivePolicy").has("deadLetterTargetArn"));
  }

  private static int count(Set<Trigger> triggers) {
    return (int) Catalogue.workers().stream().filter(w -> triggers.contains(w.trigger())).count();
  }

  private static List<JsonNode> rules(String source) {
    return properties("AWS::Events::Rule")
        .filter(rule -> rule.at("/EventPattern/source/0").asText().equals(source))
        .toList();
  }

  private static List<String> texts(JsonNode array) {
    return each(array).map(JsonNode::asText).toList();
  }
}
