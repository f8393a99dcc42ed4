package dev.drawbridge.simulator;

import static dev.drawbridge.simulator.SmallWorld.OWNER;
import static dev.drawbridge.simulator.SmallWorld.found;
import static dev.drawbridge.simulator.SmallWorld.taken;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.drawbridge.simulator.door.RawCalls.Answer;
import dev.drawbridge.simulator.iam.Policy;
import dev.drawbridge.simulator.lambda.FunctionSettings;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;

/** A queue hands its messages to a function. */
class EventSourceMappingTest {
  private static final String MAPPINGS = "/2015-03-31/event-source-mappings";
  private static final String QUEUE = OWNER.arn("sqs", "inbox");
  private static final ObjectMapper JSON = new ObjectMapper();

  private final SmallWorld world = new SmallWorld();
  private final List<List<String>> batches = new ArrayList<>();
  private final List<Instant> triesOfBad = new ArrayList<>();

  EventSourceMappingTest() {
    world
        .simulator
        .lambda()
        .create(
            OWNER.account(),
            OWNER.region(),
            "reader",
            FunctionSettings.withRole("reader").timeout(Duration.ofSeconds(20)),
            () -> (in, out, context) -> out.write(read(in.readAllBytes())));
    world.json("sqs", "CreateQueue", "{\"QueueName\":\"dead\"}");
    queue("inbox", 120);
  }

  @Test
  void in_batches_of_which_only_what_failed_comes_again_and_at_last_is_a_dead_letter() {
    String made = map(QUEUE);
    send("bad");
    for (int i = 1; i <= 11; i++) {
      send("good" + i);
    }
    world.wait(Duration.ofMinutes(1));
    assertThat(batches).allMatch(batch -> batch.size() <= 10);
    assertThat(batches.stream().flatMap(List::stream)).hasSize(12).doesNotHaveDuplicates();
    assertThat(bodies("inbox")).containsExactly("bad");

    world.wait(Duration.ofMinutes(20));
    assertThat(triesOfBad).hasSize(3);
    assertThat(Duration.between(triesOfBad.getFirst(), triesOfBad.get(1)))
        .isBetween(Duration.ofSeconds(115), Duration.ofSeconds(125));
    assertThat(batches.stream().flatMap(List::stream)).hasSize(14);
    assertThat(bodies("inbox")).isEmpty();
    assertThat(bodies("dead")).containsExactly("bad");

    String uuid = found("\"UUID\":\"([^\"]+)\"", made);
    assertThat(taken(rest("GET", MAPPINGS + "/" + uuid, ""))).contains("\"State\":\"Enabled\"");
    assertThat(taken(rest("DELETE", MAPPINGS + "/" + uuid, ""))).contains("\"State\":\"Deleting\"");
    send("late");
    world.wait(Duration.ofMinutes(1));
    assertThat(bodies("inbox")).containsExactly("late");
  }

  @Test
  void a_function_that_may_not_run_leaves_messages_where_they_are() {
    map(QUEUE);
    world.simulator.lambda().reserve(OWNER, "reader", 0);
    send("a");
    world.wait(Duration.ofMinutes(1));
    assertThat(batches).isEmpty();
    world.simulator.lambda().reserve(OWNER, "reader", 1);
    world.wait(Duration.ofMinutes(1));
    assertThat(batches).containsExactly(List.of("a"));
  }

  @Test
  void a_second_mapping_a_short_visibility_and_a_role_that_may_not_read_are_refused() {
    map(QUEUE);
    assertThat(rest("POST", MAPPINGS, request(QUEUE)).message()).contains("already exists");
    queue("short", 10);
    assertThat(rest("POST", MAPPINGS, request(OWNER.arn("sqs", "short"))).message())
        .isEqualTo(
            "Queue visibility timeout: 10 seconds is less than Function timeout: 20 seconds");
    queue("other", 120);
    world
        .simulator
        .access()
        .confine(
            OWNER.account(),
            "reader",
            Policy.parse(
                "{\"Version\":\"2012-10-17\",\"Statement\":[{\"Effect\":\"Allow\",\"Action\":\"sqs:ReceiveMessage\",\"Resource\":\"%s\"}]}"
                    .formatted(QUEUE)));
    assertThat(rest("POST", MAPPINGS, request(OWNER.arn("sqs", "other"))).message())
        .isEqualTo(
            "The provided execution role does not have permissions to call ReceiveMessage on SQS");
  }

  @Test
  void a_message_is_forgotten_when_its_time_is_over() {
    send("old");
    world.wait(Duration.ofDays(5));
    map(QUEUE);
    world.wait(Duration.ofMinutes(1));
    assertThat(batches).isEmpty();
  }

  private byte[] read(byte[] event) throws java.io.IOException {
    List<JsonNode> records =
        StreamSupport.stream(JSON.readTree(event).path("Records").spliterator(), false).toList();
    batches.add(records.stream().map(each -> each.path("body").asText()).toList());
    List<String> failed =
        records.stream()
            .filter(each -> each.path("body").asText().equals("bad"))
            .map(each -> "{\"itemIdentifier\":\"%s\"}".formatted(each.path("messageId").asText()))
            .toList();
    failed.forEach(each -> triesOfBad.add(world.time.now()));
    return "{\"batchItemFailures\":[%s]}"
        .formatted(String.join(",", failed))
        .getBytes(StandardCharsets.UTF_8);
  }

  private void queue(String name, int visibility) {
    world.json(
        "sqs",
        "CreateQueue",
        """
        {"QueueName":"%s","Attributes":{"VisibilityTimeout":"%d","RedrivePolicy":\
        "{\\"deadLetterTargetArn\\":\\"%s\\",\\"maxReceiveCount\\":3}"}}"""
            .formatted(name, visibility, OWNER.arn("sqs", "dead")));
  }

  private String map(String queueArn) {
    return taken(rest("POST", MAPPINGS, request(queueArn)));
  }

  private static String request(String queueArn) {
    return "{\"FunctionName\":\"reader\",\"EventSourceArn\":\"%s\",\"FunctionResponseTypes\":[\"ReportBatchItemFailures\"]}"
        .formatted(queueArn);
  }

  private Answer rest(String method, String path, String body) {
    return world.owner.send("lambda", method, path, body, Map.of());
  }

  private void send(String body) {
    world.json(
        "sqs",
        "SendMessage",
        "{\"QueueUrl\":\"https://sqs.eu-central-1.amazonaws.com/111111111111/inbox\",\"MessageBody\":\"%s\"}"
            .formatted(body));
  }

  private List<String> bodies(String queue) {
    return world.simulator.queues().bodies(OWNER.arn("sqs", queue));
  }
}
