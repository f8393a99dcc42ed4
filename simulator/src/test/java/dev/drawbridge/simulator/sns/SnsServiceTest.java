package dev.drawbridge.simulator.sns;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.drawbridge.engine.time.Spread;
import dev.drawbridge.engine.time.VirtualScheduler;
import dev.drawbridge.simulator.call.CallLog;
import dev.drawbridge.simulator.call.Caller;
import dev.drawbridge.simulator.call.Faults;
import dev.drawbridge.simulator.delivery.DeadLetters;
import dev.drawbridge.simulator.delivery.Delivery;
import dev.drawbridge.simulator.delivery.DeliverySettings;
import dev.drawbridge.simulator.delivery.Targets;
import dev.drawbridge.simulator.door.Door;
import dev.drawbridge.simulator.door.InMemoryHttpClient;
import dev.drawbridge.simulator.lambda.FunctionSettings;
import dev.drawbridge.simulator.lambda.LambdaService;
import dev.drawbridge.simulator.lambda.LambdaSettings;
import dev.drawbridge.simulator.operation.Registry;
import dev.drawbridge.simulator.sqs.SqsService;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.sns.SnsClient;
import software.amazon.awssdk.services.sns.model.MessageAttributeValue;
import software.amazon.awssdk.services.sns.model.NotFoundException;
import software.amazon.awssdk.services.sqs.SqsClient;

class SnsServiceTest {
  private static final Duration DELAY = Duration.ofSeconds(2);
  private static final StaticCredentialsProvider ACCOUNT =
      StaticCredentialsProvider.create(AwsBasicCredentials.create("111111111111", "unused"));

  private static final Publisher PRIVATELINK =
      new Publisher(
          "vpce.amazonaws.com",
          "arn:aws:ec2:eu-central-1:111111111111:vpc-endpoint-service/vpce-svc-01234567");

  private final VirtualScheduler world = new VirtualScheduler(Instant.EPOCH, 1);
  private final SqsService queues = new SqsService(world);
  private final Targets targets = new Targets();
  private final DeadLetters deadLetters = new DeadLetters(queues);
  private final Delivery delivery =
      new Delivery(
          world, targets, deadLetters, DeliverySettings.faithful(Spread.exactly(DELAY), List.of()));
  private final SnsService topics = new SnsService(world, delivery);
  private final Door door =
      new Door(
          world,
          new Registry(List.of(topics.service(), queues.service())),
          new CallLog(),
          new Faults(),
          Duration.ZERO);
  private final SnsClient sns =
      SnsClient.builder()
          .httpClient(new InMemoryHttpClient(door))
          .endpointOverride(URI.create("http://127.0.0.1"))
          .region(Region.EU_CENTRAL_1)
          .credentialsProvider(ACCOUNT)
          .build();
  private final SqsClient sqs =
      SqsClient.builder()
          .httpClient(new InMemoryHttpClient(door))
          .endpointOverride(URI.create("http://127.0.0.1"))
          .region(Region.EU_CENTRAL_1)
          .credentialsProvider(ACCOUNT)
          .build();
  private final String topic = sns.createTopic(r -> r.name("notices")).topicArn();
  private final String queueUrl = inbox();
  private final String queueArn = "arn:aws:sqs:eu-central-1:111111111111:inbox";

  private String inbox() {
    Caller owner = new Caller("111111111111", "eu-central-1", "root");
    queues.create(owner, "inbox", "sns.amazonaws.com", topic);
    return sqs.getQueueUrl(r -> r.queueName("inbox")).queueUrl();
  }

  SnsServiceTest() {
    targets.register("sqs", queues);
  }

  @Test
  void a_message_reaches_its_queue_after_the_delay_and_not_before() {
    sns.subscribe(r -> r.topicArn(topic).protocol("sqs").endpoint(queueArn).attributes(raw()));
    sns.publish(r -> r.topicArn(topic).message("connected"));
    world.pause(DELAY.minusMillis(1));
    assertThat(queues.bodies(queueArn)).isEmpty();
    world.pause(Duration.ofMillis(1));
    assertThat(queues.bodies(queueArn)).containsExactly("connected");
    var received = sqs.receiveMessage(r -> r.queueUrl(queueUrl)).messages().getFirst();
    sqs.deleteMessage(r -> r.queueUrl(queueUrl).receiptHandle(received.receiptHandle()));
    assertThat(queues.bodies(queueArn)).isEmpty();
  }

  @Test
  void a_function_gets_the_message_in_the_event_that_lambda_documents() throws Exception {
    LambdaService lambda = new LambdaService(world, deadLetters, LambdaSettings.published());
    targets.register("lambda", lambda);
    List<JsonNode> events = new ArrayList<>();
    lambda.create(
        "111111111111",
        "eu-central-1",
        "listener",
        FunctionSettings.withRole("listener"),
        () -> (in, out, context) -> events.add(new ObjectMapper().readTree(in)));
    String function = "arn:aws:lambda:eu-central-1:111111111111:function:listener";
    lambda.permissions().allow(function, "sns.amazonaws.com", topic);
    String subscription =
        sns.subscribe(r -> r.topicArn(topic).protocol("lambda").endpoint(function))
            .subscriptionArn();

    String id =
        sns.publish(
                r ->
                    r.topicArn(topic)
                        .subject("s")
                        .message("connected")
                        .messageAttributes(
                            Map.of(
                                "kind",
                                MessageAttributeValue.builder()
                                    .dataType("String")
                                    .stringValue("Connect")
                                    .build())))
            .messageId();
    world.pause(Duration.ofMinutes(1));

    assertThat(events).hasSize(1);
    JsonNode record = events.getFirst().at("/Records/0");
    assertThat(record.at("/EventSource").asText()).isEqualTo("aws:sns");
    assertThat(record.at("/EventSubscriptionArn").asText()).isEqualTo(subscription);
    assertThat(record.at("/Sns/MessageId").asText()).isEqualTo(id);
    assertThat(record.at("/Sns/TopicArn").asText()).isEqualTo(topic);
    assertThat(record.at("/Sns/Subject").asText()).isEqualTo("s");
    assertThat(record.at("/Sns/Message").asText()).isEqualTo("connected");
    assertThat(record.at("/Sns/MessageAttributes/kind/Value").asText()).isEqualTo("Connect");
  }

  @Test
  void a_message_for_a_function_that_is_gone_becomes_a_dead_letter() {
    targets.register("lambda", new LambdaService(world, deadLetters, LambdaSettings.published()));
    String function = "arn:aws:lambda:eu-central-1:111111111111:function:gone";
    sns.subscribe(r -> r.topicArn(topic).protocol("lambda").endpoint(function));
    topics.publish(PRIVATELINK, topic, null, "hint");
    world.pause(DELAY);
    assertThat(deadLetters.all())
        .singleElement()
        .satisfies(
            letter -> {
              assertThat(letter.target()).isEqualTo(function);
              assertThat(letter.reason()).contains("ResourceNotFoundException");
            });
  }

  @Test
  void subscribing_twice_gives_one_subscription() {
    sns.subscribe(r -> r.topicArn(topic).protocol("sqs").endpoint(queueArn));
    sns.subscribe(r -> r.topicArn(topic).protocol("sqs").endpoint(queueArn));
    assertThat(sns.listSubscriptionsByTopic(r -> r.topicArn(topic)).subscriptions()).hasSize(1);
  }

  @Test
  void a_message_to_a_queue_that_is_gone_becomes_a_dead_letter() {
    sns.subscribe(r -> r.topicArn(topic).protocol("sqs").endpoint(queueArn + "-gone"));
    topics.publish(PRIVATELINK, topic, null, "hint");
    world.pause(DELAY);
    assertThat(deadLetters.all())
        .singleElement()
        .extracting("target")
        .isEqualTo(queueArn + "-gone");
  }

  @Test
  void publishing_to_a_topic_that_does_not_exist_is_refused_to_callers() {
    assertThatThrownBy(() -> sns.publish(r -> r.topicArn(topic + "x").message("m")))
        .isInstanceOf(NotFoundException.class);
  }

  private static Map<String, String> raw() {
    return Map.of("RawMessageDelivery", "true");
  }
}
