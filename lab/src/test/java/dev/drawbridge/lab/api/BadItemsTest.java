package dev.drawbridge.lab.api;

import static org.assertj.core.api.Assertions.assertThat;

import dev.drawbridge.lab.scenario.Approver;
import dev.drawbridge.lab.scenario.ConsumerSite;
import dev.drawbridge.lab.scenario.Encounter;
import dev.drawbridge.lab.scenario.RequestText;
import dev.drawbridge.lab.scenario.Scenario;
import dev.drawbridge.simulator.call.Caller;
import dev.drawbridge.simulator.rds.Engine;
import dev.drawbridge.simulator.rds.NewDatabase;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/** Somebody who may write the table spoils one item: that is one run's trouble, and no other's. */
class BadItemsTest {
  private static final Duration HOUR = Duration.ofHours(1);
  private static final String BY =
      "\"by\":{\"kind\":\"IDENTITY_CENTER\",\"issuer\":\"x\",\"subject\":\"joan@example.com\"}";

  private final Scenario scenario = Scenario.virtual(23);
  private final Approver grace = scenario.approver("grace@example.com");
  private final DynamoDbClient table = scenario.installation().clientsOf("operator").dynamoDb();

  BadItemsTest() {
    scenario.provider().database(NewDatabase.aurora(Engine.AURORA_MYSQL, "orders").readers(1));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "[{\"at\":\"2026-01-05T09:00:00Z\",\"approve\":false,\"comment\":\"no one\"}]",
        "[{" + BY + ",\"at\":\"2026-01-05T09:00:00Z\",\"comment\":\"neither\"}]",
        "[{" + BY + ",\"approve\":true}]",
        "[null]",
        "{}",
        "no JSON",
      })
  void an_answer_that_cannot_be_read_is_neither_a_yes_nor_a_no_and_others_are_woken(String votes) {
    Encounter first = asked();
    String question = first.question();
    spoil("approval#" + question, "approval", votes);

    otherIsWoken();

    assertThat(first.run().describe().statusAsString()).isEqualTo("RUNNING");
  }

  @Test
  void a_comment_of_300000_characters_is_cut_and_delivered() {
    Encounter first = asked();
    String question = first.question();
    grace.deny(question);
    String votes =
        "[{%s,\"approve\":false,\"at\":\"2026-01-05T09:00:00Z\",\"comment\":\"%s\"}]"
            .formatted(BY, "x".repeat(300_000));
    Encounter second = asked("333333333333", "127.30");
    String other = second.question();
    spoil("approval#" + other, "approval", votes);

    scenario.installation().startSchedules(Duration.ofMinutes(1));
    var end = second.end();

    assertThat(end.error()).isEqualTo("Denied");
    assertThat(end.cause()).hasSizeLessThan(3_000);
  }

  @Test
  void a_wait_that_cannot_be_read_stops_no_other() {
    table.putItem(
        r ->
            r.tableName("drawbridge")
                .item(
                    Map.of(
                        "pk", AttributeValue.fromS("wait"),
                        "sk", AttributeValue.fromS("a bad one"))));

    otherIsWoken();
  }

  /** Another consumer's endpoint comes, and its run goes on, by notice or by schedule. */
  private void otherIsWoken() {
    scenario.installation().startSchedules(Duration.ofMinutes(1));
    ConsumerSite site =
        scenario.consumer(new Caller("333333333333", "eu-central-1", "root"), "127.30");
    Encounter other =
        Encounter.start(
                scenario,
                site,
                grace,
                RequestText.to("orders").with("consumerAccountId", "333333333333").json())
            .invited();
    other.createEndpoint();
    assertThat(other.run().reaches("RequestApproval", HOUR)).isTrue();
  }

  private Encounter asked() {
    Encounter run =
        Encounter.start(scenario, scenario.consumer(), grace, RequestText.to("orders").json())
            .invited();
    run.createEndpoint();
    return run;
  }

  private Encounter asked(String account, String network) {
    ConsumerSite site = scenario.consumer(new Caller(account, "eu-central-1", "root"), network);
    Encounter run =
        Encounter.start(
                scenario,
                site,
                grace,
                RequestText.to("orders").with("consumerAccountId", account).json())
            .invited();
    run.createEndpoint();
    return run;
  }

  private void spoil(String pk, String sk, String votes) {
    table.updateItem(
        r ->
            r.tableName("drawbridge")
                .key(Map.of("pk", AttributeValue.fromS(pk), "sk", AttributeValue.fromS(sk)))
                .updateExpression("SET votes = :votes, #status = :denied")
                .expressionAttributeNames(Map.of("#status", "status"))
                .expressionAttributeValues(
                    Map.of(
                        ":votes", AttributeValue.fromS(votes),
                        ":denied", AttributeValue.fromS("DENIED"))));
  }
}
