package dev.drawbridge.simulator;

import static dev.drawbridge.simulator.SmallWorld.found;
import static org.assertj.core.api.Assertions.assertThat;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A service publishes to an encrypted topic only where the policy of the key lets it in. */
class EncryptedTopicTest {
  private static final String TOPIC = SmallWorld.OWNER.arn("sns", "t");
  private static final String QUEUE = SmallWorld.OWNER.arn("sqs", "q");
  private static final String ROOT =
      "{\"Effect\":\"Allow\",\"Principal\":{\"AWS\":\"arn:aws:iam::111111111111:root\"},"
          + "\"Action\":\"kms:*\",\"Resource\":\"*\"}";

  private final SmallWorld world = new SmallWorld();

  @ParameterizedTest(name = "{0} for {1}: {2} messages")
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          events.rds.amazonaws.com|"kms:GenerateDataKey*","kms:Decrypt"|true
          events.rds.amazonaws.com|"kms:GenerateDataKey*"|false
          vpce.amazonaws.com|"kms:GenerateDataKey*","kms:Decrypt"|false
          """)
  void the_key_must_let_the_service_encrypt_and_decrypt(
      String service, String actions, boolean heard) {
    String letting =
        "{\"Effect\":\"Allow\",\"Principal\":{\"Service\":\"%s\"},\"Action\":[%s],\"Resource\":\"*\"}"
            .formatted(service, actions);
    String policy = "{\"Statement\":[%s,%s]}".formatted(ROOT, letting);
    String key =
        found(
            "\"Arn\":\"([^\"]+)\"",
            world.json(
                "kms", "CreateKey", "{\"Policy\":\"%s\"}".formatted(policy.replace("\"", "\\\""))));
    assertThat(failoverHeardWith(key)).isEqualTo(heard);
  }

  @Test
  void without_a_policy_of_its_own_a_key_lets_no_service_in() {
    String key = found("\"Arn\":\"([^\"]+)\"", world.json("kms", "CreateKey", "{}"));
    assertThat(failoverHeardWith(key)).isFalse();
  }

  @Test
  void the_key_of_aws_lets_no_service_in() {
    assertThat(failoverHeardWith("alias/aws/sns")).isFalse();
  }

  private boolean failoverHeardWith(String key) {
    world.form(
        "sns",
        "CreateTopic",
        "Name=t&Attributes.entry.1.key=KmsMasterKeyId&Attributes.entry.1.value="
            + URLEncoder.encode(key, StandardCharsets.UTF_8));
    world.simulator.queues().create(SmallWorld.OWNER, "q", "sns.amazonaws.com", TOPIC);
    world.form("sns", "Subscribe", "Protocol=sqs&Endpoint=" + QUEUE + "&TopicArn=" + TOPIC);
    world.form("rds", "CreateEventSubscription", "SubscriptionName=s&SnsTopicArn=" + TOPIC);
    world.form("rds", "FailoverDBCluster", "DBClusterIdentifier=orders");
    world.wait(Duration.ofMinutes(5));
    return !world.simulator.queues().bodies(QUEUE).isEmpty();
  }
}
