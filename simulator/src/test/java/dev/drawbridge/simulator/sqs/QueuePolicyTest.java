package dev.drawbridge.simulator.sqs;

import static org.assertj.core.api.Assertions.assertThat;

import dev.drawbridge.engine.time.VirtualScheduler;
import dev.drawbridge.simulator.Settings;
import dev.drawbridge.simulator.Simulator;
import dev.drawbridge.simulator.delivery.DeadLetter;
import dev.drawbridge.simulator.door.RawCalls;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A topic or a rule reaches a queue only where the queue's policy lets the service in. */
class QueuePolicyTest {
  private static final String QUEUE = "arn:aws:sqs:eu-central-1:111111111111:q";
  private static final String DEAD = "arn:aws:sqs:eu-central-1:111111111111:dead";
  private static final String TOPIC = "arn:aws:sns:eu-central-1:111111111111:t";
  private static final String RULE = "arn:aws:events:eu-central-1:111111111111:rule/r";

  private final VirtualScheduler time = new VirtualScheduler(Instant.EPOCH, 1);
  private final Simulator simulator = new Simulator(time, Settings.published());
  private final RawCalls owner = new RawCalls(simulator.door(), "111111111111", "eu-central-1");

  @BeforeEach
  void connect() {
    taken(owner.form("sns", "CreateTopic", "Name=t"));
    taken(owner.form("sns", "Subscribe", "Protocol=sqs&Endpoint=" + QUEUE + "&TopicArn=" + TOPIC));
    json("events", "PutRule", "{'Name':'r','EventPattern':'{\\'source\\':[\\'a\\']}'}");
    json(
        "events",
        "PutTargets",
        "{'Rule':'r','Targets':[{'Id':'1','Arn':'%s','DeadLetterConfig':{'Arn':'%s'}}]}"
            .formatted(QUEUE, DEAD));
  }

  @Test
  void without_a_policy_neither_topic_nor_rule_of_the_same_account_gets_in() {
    queue("q", "");
    send();
    assertThat(simulator.queues().bodies(QUEUE)).isEmpty();
    assertThat(reasons())
        .hasSize(2)
        .anyMatch(reason -> reason.contains("User: sns.amazonaws.com is not authorized"))
        .anyMatch(reason -> reason.contains("User: events.amazonaws.com is not authorized"));
  }

  @Test
  void a_policy_lets_in_its_service_for_its_source_and_no_other() {
    queue("q", policy(QUEUE, "sns.amazonaws.com", TOPIC));
    send();
    assertThat(simulator.queues().bodies(QUEUE)).singleElement().asString().contains("hint");
    assertThat(reasons()).singleElement().asString().contains("events.amazonaws.com");
  }

  @Test
  void another_source_of_the_same_service_does_not_get_in() {
    queue("q", policy(QUEUE, "events.amazonaws.com", RULE + "ed-out"));
    send();
    assertThat(simulator.queues().bodies(QUEUE)).isEmpty();
  }

  @Test
  void a_dead_letter_is_lost_where_its_queue_does_not_let_the_service_in() {
    queue("q", "");
    queue("dead", "");
    send();
    assertThat(simulator.queues().bodies(DEAD)).isEmpty();
    assertThat(simulator.deadLetters().lost())
        .singleElement()
        .asString()
        .contains("events.amazonaws.com", "dead");
  }

  @Test
  void a_dead_letter_lies_in_a_queue_that_lets_the_service_in() {
    queue("q", "");
    queue("dead", policy(DEAD, "events.amazonaws.com", RULE));
    send();
    assertThat(simulator.queues().bodies(DEAD)).singleElement().asString().contains("\"a\"");
    assertThat(simulator.deadLetters().lost()).isEmpty();
  }

  private void send() {
    taken(owner.form("sns", "Publish", "Message=hint&TopicArn=" + TOPIC));
    json("events", "PutEvents", "{'Entries':[{'Source':'a','DetailType':'b','Detail':'{}'}]}");
    time.pause(Duration.ofMinutes(1));
  }

  private List<String> reasons() {
    return simulator.deadLetters().all().stream().map(DeadLetter::reason).toList();
  }

  private void queue(String name, String policy) {
    String attributes = policy.isEmpty() ? "" : ",'Attributes':{'Policy':'%s'}".formatted(policy);
    json("sqs", "CreateQueue", "{'QueueName':'%s'%s}".formatted(name, attributes));
  }

  private static String policy(String queue, String service, String source) {
    return QueueAccess.policy(queue, service, source).replace("\"", "\\'");
  }

  private void json(String service, String operation, String body) {
    taken(owner.json(service, operation, body.replace('\'', '"')));
  }

  private static void taken(RawCalls.Answer answer) {
    assertThat(answer.code()).as(answer.body()).isEmpty();
  }
}
