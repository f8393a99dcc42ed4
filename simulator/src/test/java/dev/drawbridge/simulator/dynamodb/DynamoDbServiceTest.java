package dev.drawbridge.simulator.dynamodb;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.drawbridge.engine.time.VirtualScheduler;
import dev.drawbridge.simulator.call.Caller;
import dev.drawbridge.simulator.door.Clients;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.ConditionalCheckFailedException;
import software.amazon.awssdk.services.dynamodb.model.DynamoDbException;
import software.amazon.awssdk.services.dynamodb.model.QueryRequest;
import software.amazon.awssdk.services.dynamodb.model.ResourceNotFoundException;
import software.amazon.awssdk.services.dynamodb.model.ReturnValue;
import software.amazon.awssdk.services.dynamodb.model.ReturnValuesOnConditionCheckFailure;
import software.amazon.awssdk.services.dynamodb.model.TransactWriteItem;
import software.amazon.awssdk.services.dynamodb.model.TransactionCanceledException;

class DynamoDbServiceTest {
  private static final Caller OWNER = new Caller("111111111111", "eu-central-1", "root");

  private final VirtualScheduler scheduler =
      new VirtualScheduler(Instant.parse("2026-11-22T10:00:00Z"), 1);
  private final DynamoDbService service =
      new DynamoDbService(scheduler, DynamoDbSettings.published());
  private final DynamoDbClient dynamo =
      new Clients(scheduler, service.service()).of(DynamoDbClient.builder());

  @BeforeEach
  void makeTable() {
    service.createTable(OWNER, "table", "pk", Optional.of("sk"), Optional.of("expiresAt"));
    put("orders", "claim#1", Map.of("holder", s("run-1"), "attempt", n(1)));
  }

  @Test
  void an_item_is_read_back_as_it_was_written() {
    var item = dynamo.getItem(r -> r.tableName("table").key(key("orders", "claim#1"))).item();

    assertThat(item).containsEntry("holder", s("run-1")).containsEntry("attempt", n(1));
  }

  @Test
  void a_missing_item_is_no_item() {
    assertThat(dynamo.getItem(r -> r.tableName("table").key(key("orders", "none"))).hasItem())
        .isFalse();
  }

  @Test
  void the_first_conditional_put_wins_and_the_loser_sees_the_winner() {
    assertThatThrownBy(
            () ->
                dynamo.putItem(
                    r ->
                        r.tableName("table")
                            .item(key("orders", "claim#1"))
                            .conditionExpression("attribute_not_exists(pk)")
                            .returnValuesOnConditionCheckFailure(
                                ReturnValuesOnConditionCheckFailure.ALL_OLD)))
        .isInstanceOfSatisfying(
            ConditionalCheckFailedException.class,
            e -> assertThat(e.item()).containsEntry("holder", s("run-1")));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "holder = :run | true",
        "holder <> :run | false",
        "missing <> :run | true",
        "missing = :run | false",
        "attempt < :two | true",
        "attempt >= :two | false",
        "attempt BETWEEN :one AND :two | true",
        "holder IN (:two, :run) | true",
        "begins_with(holder, :run) | true",
        "contains(holder, :run) | true",
        "attribute_exists(holder) AND NOT attribute_exists(missing) | true",
        "attempt = :two OR attempt = :one AND holder = :run | true",
        "(attempt = :two OR attempt = :one) AND holder = :two | false",
        "attribute_not_exists(holder) or holder = :run | true",
      })
  void conditions_hold_as_dynamodb_says(String condition, boolean holds) {
    Map<String, AttributeValue> values = new HashMap<>();
    Map.of(":run", s("run-1"), ":one", n(1), ":two", n(2))
        .forEach(
            (name, value) -> {
              if (condition.contains(name)) {
                values.put(name, value);
              }
            });
    Runnable delete =
        () ->
            dynamo.deleteItem(
                r ->
                    r.tableName("table")
                        .key(key("orders", "claim#1"))
                        .conditionExpression(condition)
                        .expressionAttributeValues(values.isEmpty() ? null : values));
    if (holds) {
      delete.run();
    } else {
      assertThatThrownBy(delete::run).isInstanceOf(ConditionalCheckFailedException.class);
    }
    assertThat(service.items(OWNER, "table")).hasSize(holds ? 0 : 1);
  }

  @Test
  void an_update_sets_counts_and_removes() {
    var response =
        dynamo.updateItem(
            r ->
                r.tableName("table")
                    .key(key("orders", "claim#1"))
                    .updateExpression(
                        "SET #s = :s, attempt = attempt + :one, firstSeen ="
                            + " if_not_exists(firstSeen, :s) REMOVE holder ADD runs :one")
                    .expressionAttributeNames(Map.of("#s", "state"))
                    .expressionAttributeValues(Map.of(":s", s("running"), ":one", n(1)))
                    .returnValues(ReturnValue.ALL_NEW));

    assertThat(response.attributes())
        .containsEntry("state", s("running"))
        .containsEntry("attempt", n(2))
        .containsEntry("firstSeen", s("running"))
        .containsEntry("runs", n(1))
        .doesNotContainKey("holder");
  }

  @Test
  void an_update_makes_an_item_that_is_not_there() {
    dynamo.updateItem(
        r ->
            r.tableName("table")
                .key(key("orders", "lease"))
                .updateExpression("SET holder = :h")
                .expressionAttributeValues(Map.of(":h", s("run-2"))));

    assertThat(dynamo.getItem(r -> r.tableName("table").key(key("orders", "lease"))).item())
        .containsEntry("holder", s("run-2"));
  }

  @Test
  void a_reserved_word_must_be_written_with_a_number_sign() {
    assertThatThrownBy(
            () ->
                dynamo.updateItem(
                    r ->
                        r.tableName("table")
                            .key(key("orders", "claim#1"))
                            .updateExpression("SET state = :s")
                            .expressionAttributeValues(Map.of(":s", s("x")))))
        .isInstanceOf(DynamoDbException.class)
        .hasMessageContaining("reserved keyword");
  }

  @Test
  void a_value_that_no_expression_uses_is_refused() {
    assertThatThrownBy(
            () ->
                dynamo.updateItem(
                    r ->
                        r.tableName("table")
                            .key(key("orders", "claim#1"))
                            .updateExpression("SET holder = :a")
                            .expressionAttributeValues(Map.of(":a", s("x"), ":b", s("y")))))
        .hasMessageContaining("unused in expressions: keys: {:b}");
  }

  @Test
  void a_function_that_is_not_modelled_is_refused_by_name() {
    assertThatThrownBy(
            () ->
                dynamo.deleteItem(
                    r ->
                        r.tableName("table")
                            .key(key("orders", "claim#1"))
                            .conditionExpression("size(holder) > :n")
                            .expressionAttributeValues(Map.of(":n", n(1)))))
        .hasMessageContaining("size");
  }

  @Test
  void a_query_reads_a_partition_by_prefix_in_order_and_in_pages() {
    put("orders", "consumer#b", Map.of());
    put("orders", "consumer#a", Map.of());
    put("orders", "consumer#c", Map.of());
    put("other", "consumer#a", Map.of());
    QueryRequest query =
        QueryRequest.builder()
            .tableName("table")
            .keyConditionExpression("pk = :pk AND begins_with(sk, :sk)")
            .expressionAttributeValues(Map.of(":pk", s("orders"), ":sk", s("consumer#")))
            .limit(2)
            .build();

    List<AttributeValue> seen = new ArrayList<>();
    dynamo.queryPaginator(query).items().forEach(i -> seen.add(i.getOrDefault("sk", s(""))));

    assertThat(seen).containsExactly(s("consumer#a"), s("consumer#b"), s("consumer#c"));
    assertThat(dynamo.query(query).lastEvaluatedKey()).isEqualTo(key("orders", "consumer#b"));
  }

  @Test
  void a_page_ends_before_it_has_more_than_a_megabyte() {
    for (int i = 0; i < 4; i++) {
      put("large", "item#" + i, Map.of("text", s("x".repeat(300_000))));
    }
    QueryRequest query =
        QueryRequest.builder()
            .tableName("table")
            .keyConditionExpression("pk = :pk")
            .expressionAttributeValues(Map.of(":pk", s("large")))
            .limit(10)
            .build();
    assertThat(dynamo.query(query).items()).hasSize(3);
    assertThat(dynamo.query(query).lastEvaluatedKey()).isEqualTo(key("large", "item#2"));
    assertThat(dynamo.queryPaginator(query).items()).hasSize(4);
  }

  @Test
  void a_transaction_is_all_or_nothing_and_says_which_part_failed() {
    TransactWriteItem put =
        TransactWriteItem.builder()
            .put(p -> p.tableName("table").item(key("orders", "new")))
            .build();
    TransactWriteItem check =
        TransactWriteItem.builder()
            .conditionCheck(
                c ->
                    c.tableName("table")
                        .key(key("orders", "claim#1"))
                        .conditionExpression("attribute_not_exists(pk)"))
            .build();

    assertThatThrownBy(() -> dynamo.transactWriteItems(r -> r.transactItems(put, check)))
        .isInstanceOfSatisfying(
            TransactionCanceledException.class,
            e ->
                assertThat(e.cancellationReasons())
                    .extracting("code")
                    .containsExactly("None", "ConditionalCheckFailed"));
    assertThat(service.items(OWNER, "table")).hasSize(1);
  }

  @Test
  void an_expired_item_is_still_read_until_it_is_found_and_deleted() {
    put("orders", "old", Map.of("expiresAt", n(scheduler.now().getEpochSecond())));
    scheduler.pause(Duration.ofDays(1));
    assertThat(service.items(OWNER, "table")).hasSize(2);
    scheduler.pause(Duration.ofDays(1).plusSeconds(1));
    assertThat(service.items(OWNER, "table")).hasSize(1);
  }

  @Test
  void an_unknown_table_is_refused() {
    assertThatThrownBy(() -> dynamo.getItem(r -> r.tableName("none").key(key("a", "b"))))
        .isInstanceOf(ResourceNotFoundException.class);
  }

  @Test
  void half_a_key_is_refused() {
    assertThatThrownBy(() -> dynamo.getItem(r -> r.tableName("table").key(Map.of("pk", s("a")))))
        .hasMessageContaining("does not match the schema");
  }

  private void put(String pk, String sk, Map<String, AttributeValue> more) {
    Map<String, AttributeValue> item = new HashMap<>(key(pk, sk));
    item.putAll(more);
    dynamo.putItem(r -> r.tableName("table").item(item));
  }

  private static Map<String, AttributeValue> key(String pk, String sk) {
    return Map.of("pk", s(pk), "sk", s(sk));
  }

  private static AttributeValue s(String value) {
    return AttributeValue.fromS(value);
  }

  private static AttributeValue n(long value) {
    return AttributeValue.fromN(Long.toString(value));
  }
}
