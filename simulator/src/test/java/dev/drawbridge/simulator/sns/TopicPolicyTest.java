package dev.drawbridge.simulator.sns;

import static org.assertj.core.api.Assertions.assertThat;

import dev.drawbridge.engine.time.VirtualScheduler;
import dev.drawbridge.simulator.Settings;
import dev.drawbridge.simulator.Simulator;
import dev.drawbridge.simulator.call.Caller;
import dev.drawbridge.simulator.door.RawCalls;
import java.time.Instant;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Who may publish, subscribe and delete: the owner, and whom the topic's policy lets in. */
class TopicPolicyTest {
  private static final String TOPIC = "arn:aws:sns:eu-central-1:111111111111:t";
  private static final String QUEUE = "arn:aws:sqs:eu-central-1:111111111111:q";

  private final Simulator simulator =
      new Simulator(new VirtualScheduler(Instant.EPOCH, 1), Settings.published());
  private final RawCalls owner = new RawCalls(simulator.door(), "111111111111", "eu-central-1");
  private final RawCalls stranger = new RawCalls(simulator.door(), "222222222222", "eu-central-1");

  @BeforeEach
  void makeTopic() {
    assertThat(owner.form("sns", "CreateTopic", "Name=t").code()).isEmpty();
    assertThat(owner.form("sqs", "CreateQueue", "QueueName=q").code()).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Publish&Message=m",
        "Subscribe&Protocol=sqs&Endpoint=" + QUEUE,
        "DeleteTopic",
        "GetTopicAttributes",
        "ListSubscriptionsByTopic"
      })
  void another_account_may_nothing_by_default_and_the_owner_everything(String call) {
    assertThat(ask(stranger, call)).isEqualTo("AuthorizationError");
    assertThat(ask(owner, call)).isEmpty();
  }

  @Test
  void another_account_may_what_the_policy_allows_and_nothing_else() {
    policy(
        "\"Effect\":\"Allow\",\"Principal\":{\"AWS\":\"222222222222\"},\"Action\":\"sns:Publish\"");
    assertThat(ask(stranger, "Publish&Message=m")).isEmpty();
    assertThat(ask(stranger, "DeleteTopic")).isEqualTo("AuthorizationError");
  }

  @Test
  void a_denial_binds_the_owner_too() {
    policy("\"Effect\":\"Deny\",\"Principal\":\"*\",\"Action\":\"SNS:Publish\"");
    assertThat(ask(owner, "Publish&Message=m")).isEqualTo("AuthorizationError");
    assertThat(ask(owner, "GetTopicAttributes")).isEmpty();
  }

  @Test
  void a_service_publishes_where_the_policy_names_it() {
    ask(owner, "Subscribe&Protocol=sqs&Endpoint=" + QUEUE);
    TopicRecord named =
        TopicRecord.of(
            TOPIC,
            new Caller("111111111111", "eu-central-1", "root"),
            Map.of(
                "Policy",
                document(
                    "\"Effect\":\"Allow\",\"Principal\":{\"Service\":\"vpce.amazonaws.com\"},"
                        + "\"Action\":\"sns:Publish\"")));
    assertThat(TopicAccess.admits(named, publisher("vpce.amazonaws.com"))).isTrue();
    assertThat(TopicAccess.admits(named, publisher("events.rds.amazonaws.com"))).isFalse();
  }

  private static Publisher publisher(String service) {
    return new Publisher(service, "arn:aws:ec2:eu-central-1:111111111111:a/b");
  }

  @Test
  void what_is_no_policy_is_refused() {
    String answer =
        owner
            .form(
                "sns",
                "SetTopicAttributes",
                "AttributeName=Policy&AttributeValue=nonsense&TopicArn=" + TOPIC)
            .code();
    assertThat(answer).isEqualTo("InvalidParameter");
  }

  private void policy(String statement) {
    String answer =
        owner
            .form(
                "sns",
                "SetTopicAttributes",
                "AttributeName=Policy&AttributeValue=" + document(statement) + "&TopicArn=" + TOPIC)
            .code();
    assertThat(answer).isEmpty();
  }

  private static String document(String statement) {
    return "{\"Version\":\"2012-10-17\",\"Statement\":[{"
        + statement
        + ",\"Resource\":\""
        + TOPIC
        + "\"}]}";
  }

  private static String ask(RawCalls caller, String call) {
    String[] parts = call.split("&", 2);
    String rest = parts.length < 2 ? "" : "&" + parts[1];
    return caller.form("sns", parts[0], "TopicArn=" + TOPIC + rest).code();
  }
}
