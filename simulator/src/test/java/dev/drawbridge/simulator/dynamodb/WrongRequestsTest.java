package dev.drawbridge.simulator.dynamodb;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import dev.drawbridge.engine.time.VirtualScheduler;
import dev.drawbridge.simulator.call.Caller;
import dev.drawbridge.simulator.door.Clients;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.DynamoDbException;
import software.amazon.awssdk.services.dynamodb.model.GetItemRequest;
import software.amazon.awssdk.services.dynamodb.model.PutItemRequest;
import software.amazon.awssdk.services.dynamodb.model.QueryRequest;
import software.amazon.awssdk.services.dynamodb.model.ReturnValue;
import software.amazon.awssdk.services.dynamodb.model.ScanRequest;
import software.amazon.awssdk.services.dynamodb.model.UpdateItemRequest;

/** Requests that DynamoDB refuses with ValidationException, whatever the table holds. */
class WrongRequestsTest {
  private static final Caller OWNER = new Caller("111111111111", "eu-central-1", "root");
  private static final Map<String, AttributeValue> KEY = Map.of("pk", s("a"), "sk", s("b"));

  /** What the expressions of a row may name; a row sends those that it uses. */
  private static final Map<String, AttributeValue> VALUES =
      Map.of(":s", s("a"), ":t", s("b"), ":n", n("1"), ":m", n("2"), ":w", n("one"));

  private final VirtualScheduler scheduler =
      new VirtualScheduler(Instant.parse("2026-11-22T10:00:00Z"), 1);
  private final DynamoDbService service =
      new DynamoDbService(scheduler, DynamoDbSettings.published());
  private final DynamoDbClient dynamo =
      new Clients(scheduler, service.service()).of(DynamoDbClient.builder());

  @BeforeEach
  void makeTable() {
    service.createTable(OWNER, "table", "pk", Optional.of("sk"), Optional.empty());
    dynamo.putItem(put(Map.of()).build());
  }

  static Stream<Arguments> values() {
    AttributeValue two = AttributeValue.builder().s("a").n("1").build();
    return Stream.of(
        arguments(two, "has more than one datatypes set"),
        arguments(AttributeValue.fromL(List.of(two)), "has more than one datatypes set"),
        arguments(AttributeValue.fromM(Map.of("x", two)), "has more than one datatypes set"),
        arguments(AttributeValue.builder().build(), "is empty"),
        arguments(AttributeValue.fromNul(false), "must have the value of true"),
        arguments(n("one"), "cannot be converted to a numeric value: one"),
        arguments(n(""), "cannot be converted to a numeric value"),
        arguments(n("1".repeat(39)), "more than 38 significant digits"),
        arguments(n("1e126"), "Number overflow"),
        arguments(n("1e-131"), "Number underflow"),
        arguments(AttributeValue.fromNs(List.of("1", "x")), "numeric value: x"),
        arguments(AttributeValue.fromSs(List.of()), "An string set  may not be empty"),
        arguments(AttributeValue.fromNs(List.of()), "An number set  may not be empty"),
        arguments(AttributeValue.fromBs(List.of()), "Binary sets should not be empty"),
        arguments(AttributeValue.fromSs(List.of("a", "a")), "contains duplicates"));
  }

  @ParameterizedTest
  @MethodSource("values")
  void a_value_that_is_none_is_refused_in_an_item_and_in_an_expression(
      AttributeValue value, String message) {
    refused(() -> dynamo.putItem(put(Map.of("x", value)).build()), message);
    refused(
        () ->
            dynamo.updateItem(
                update("SET x = :v").expressionAttributeValues(Map.of(":v", value)).build()),
        "ExpressionAttributeValues contains invalid value: ");
    assertThat(service.items(OWNER, "table")).containsExactly(KEY);
  }

  @ParameterizedTest
  @CsvSource({"1e125", "1e-130", "-0.00", "99999999999999999999999999999999999999", "1000e10"})
  void a_number_within_the_limits_is_taken(String number) {
    dynamo.putItem(put(Map.of("x", n(number))).build());
    assertThat(service.items(OWNER, "table").getFirst()).containsKey("x");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "SET x = :s, x = :t | Two document paths overlap with each other",
        "SET x = :s REMOVE x | Two document paths overlap with each other",
        "SET x.y = :s, x = :t | path one: [x, y], path two: [x]",
        "SET x = :w | numeric value: one",
      })
  void a_wrong_update_is_refused(String expression, String message) {
    refused(
        () ->
            dynamo.updateItem(
                update(expression).expressionAttributeValues(used(expression)).build()),
        message);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "begins_with(x, :n) | operator or function: begins_with, operand type: N",
        "x BETWEEN :s AND :n | requires same data type for lower and upper bounds",
        "x BETWEEN :m AND :n | upper bound to be greater than or equal to lower bound",
        "attribute_exists(y) AND begins_with(x, :n) | operand type: N",
      })
  void a_wrong_condition_is_no_failed_condition(String condition, String message) {
    refused(
        () ->
            dynamo.putItem(
                put(Map.of())
                    .conditionExpression(condition)
                    .expressionAttributeValues(used(condition))
                    .build()),
        message);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "pk = :s AND pk = :t | one condition per key",
        "pk = :s AND sk > :s AND sk < :t | one condition per key",
        "pk = :s AND x = :t | missed key schema element: sk",
        "sk = :s | missed key schema element: pk",
        "pk > :s | Query key condition not supported",
        "pk = :n | does not match schema type",
        "pk = :s AND sk BETWEEN :n AND :m | does not match schema type",
        "pk = :s OR sk = :t | Invalid operator used in KeyConditionExpression: OR",
        "pk = :s AND NOT sk = :t | Invalid operator used in KeyConditionExpression: NOT",
        "pk = :s AND sk <> :t | Invalid operator used in KeyConditionExpression: <>",
        "pk = :s AND attribute_exists(sk) | KeyConditionExpression: attribute_exists",
      })
  void a_wrong_key_condition_is_refused(String condition, String message) {
    refused(() -> dynamo.query(query(condition).build()), message);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "pk = :s",
        "pk = :s AND sk BETWEEN :s AND :t",
        "begins_with(sk, :t) AND pk = :s",
      })
  void a_right_key_condition_finds_the_item(String condition) {
    assertThat(dynamo.query(query(condition).build()).items()).containsExactly(KEY);
  }

  static Stream<Arguments> others() {
    return Stream.of(
        arguments(put(Map.of()).returnValues(ReturnValue.UPDATED_NEW).build(), "Return values set"),
        arguments(put(Map.of("pk", n("1"))).build(), "Type mismatch for key pk expected: S"),
        arguments(get(Map.of("pk", s("a"), "sk", n("1"))).build(), "does not match the schema"),
        arguments(get(KEY).projectionExpression("x,x").build(), "document paths overlap"),
        arguments(
            get(KEY).expressionAttributeNames(Map.of("#x", "x")).build(),
            "unused in expressions: keys: {#x}"),
        arguments(
            put(Map.of()).expressionAttributeValues(Map.of(":s", s("a"))).build(),
            "unused in expressions: keys: {:s}"),
        arguments(
            query("pk = :s").filterExpression("sk = :s OR attribute_exists(x)").build(),
            "Primary key attribute: sk"),
        arguments(
            ScanRequest.builder().tableName("table").segment(0).build(),
            "TotalSegments parameter is required"),
        arguments(
            ScanRequest.builder().tableName("table").totalSegments(2).build(),
            "Segment parameter is required"));
  }

  @ParameterizedTest
  @MethodSource("others")
  void what_does_not_fit_together_is_refused(Object request, String message) {
    refused(() -> send(request), message);
  }

  private void send(Object request) {
    switch (request) {
      case PutItemRequest put -> dynamo.putItem(put);
      case GetItemRequest get -> dynamo.getItem(get);
      case QueryRequest query -> dynamo.query(query);
      case ScanRequest scan -> dynamo.scan(scan);
      default -> throw new IllegalArgumentException(request.toString());
    }
  }

  private static void refused(Runnable call, String message) {
    assertThatThrownBy(call::run)
        .isInstanceOfSatisfying(
            DynamoDbException.class,
            error ->
                assertThat(error.awsErrorDetails().errorCode()).isEqualTo("ValidationException"))
        .hasMessageContaining(message);
  }

  private static PutItemRequest.Builder put(Map<String, AttributeValue> more) {
    Map<String, AttributeValue> item = new HashMap<>(KEY);
    item.putAll(more);
    return PutItemRequest.builder().tableName("table").item(item);
  }

  private static GetItemRequest.Builder get(Map<String, AttributeValue> key) {
    return GetItemRequest.builder().tableName("table").key(key);
  }

  private static UpdateItemRequest.Builder update(String expression) {
    return UpdateItemRequest.builder().tableName("table").key(KEY).updateExpression(expression);
  }

  private static QueryRequest.Builder query(String condition) {
    return QueryRequest.builder()
        .tableName("table")
        .keyConditionExpression(condition)
        .expressionAttributeValues(used(condition));
  }

  private static Map<String, AttributeValue> used(String expression) {
    Map<String, AttributeValue> used = new HashMap<>(VALUES);
    used.keySet().removeIf(name -> !expression.contains(name));
    return used.isEmpty() ? Map.of() : used;
  }

  private static AttributeValue s(String value) {
    return AttributeValue.fromS(value);
  }

  private static AttributeValue n(String value) {
    return AttributeValue.fromN(value);
  }
}
