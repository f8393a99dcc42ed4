package dev.drawbridge.simulator;

import static org.assertj.core.api.Assertions.assertThat;

import dev.drawbridge.engine.step.Execution;
import dev.drawbridge.engine.step.Status;
import dev.drawbridge.engine.time.VirtualScheduler;
import dev.drawbridge.simulator.call.Caller;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.Test;

/** Task states that send messages, in the whole simulator. */
class MessageTasksTest {
  private static final Caller CALLER = new Caller("111111111111", "eu-central-1", "root");
  private static final String QUEUE = "https://sqs.eu-central-1.amazonaws.com/111111111111/q";

  private final VirtualScheduler scheduler =
      new VirtualScheduler(Instant.parse("2026-01-01T00:00:00Z"), 7);
  private final Simulator simulator = new Simulator(scheduler, Settings.published());

  @Test
  void a_message_is_in_the_queue_as_JSON_text_and_its_token_ends_the_task() {
    simulator.queues().create(CALLER, "q");
    String arn =
        start(
            "sqs:sendMessage.waitForTaskToken",
            "\"QueueUrl\":\"%s\",\"MessageBody\":{\"token.$\":\"$$.Task.Token\"}".formatted(QUEUE));
    settle();
    String body = simulator.queues().bodies(CALLER.arn("sqs", "q")).getFirst();
    assertThat(body).startsWith("{\"token\":\"");

    String token = body.substring("{\"token\":\"".length(), body.length() - 2);
    simulator.states().executions().succeedTask(token, "{\"done\":true}");
    settle();
    assertThat(get(arn).status()).isEqualTo(Status.SUCCEEDED);
    assertThat(Objects.requireNonNull(get(arn).output()).text()).isEqualTo("{\"done\":true}");
  }

  @Test
  void a_queue_that_is_not_there_fails_the_task_by_the_SDKs_name() {
    String arn =
        start("sqs:sendMessage", "\"QueueUrl\":\"%s\",\"MessageBody\":\"b\"".formatted(QUEUE));
    settle();
    assertThat(get(arn).error()).isEqualTo("SQS.QueueDoesNotExistException");
    assertThat(get(arn).cause()).contains("(Service: AmazonSQS; Status Code: 400;");
  }

  @Test
  void an_empty_message_is_refused() {
    simulator.queues().create(CALLER, "q");
    String arn =
        start("sqs:sendMessage", "\"QueueUrl\":\"%s\",\"MessageBody\":\"\"".formatted(QUEUE));
    settle();
    assertThat(get(arn).error()).isEqualTo("SQS.AmazonSQSException");
  }

  @Test
  void a_topic_that_is_not_there_fails_the_task_by_the_SDKs_name() {
    String arn =
        start(
            "sns:publish",
            "\"TopicArn\":\"%s\",\"Message\":\"m\"".formatted(CALLER.arn("sns", "t")));
    settle();
    assertThat(get(arn).error()).isEqualTo("SNS.NotFoundException");
  }

  private String start(String resource, String parameters) {
    String definition =
        """
        {"StartAt":"S","States":{"S":{"Type":"Task","Resource":"arn:aws:states:::%s",
          "Parameters":{%s},"End":true}}}
        """
            .formatted(resource, parameters);
    simulator.roles().create(CALLER, "machine", "states.amazonaws.com");
    String role = "arn:aws:iam::%s:role/machine".formatted(CALLER.account());
    String machine =
        simulator.states().machines().create(CALLER, "m", definition, role, Map.of()).arn();
    return simulator.states().startExecution(CALLER, machine, null, "{}").identity().executionArn();
  }

  private Execution get(String arn) {
    return simulator.states().executions().get(arn);
  }

  private void settle() {
    scheduler.await(() -> false, Duration.ofMinutes(1));
  }
}
