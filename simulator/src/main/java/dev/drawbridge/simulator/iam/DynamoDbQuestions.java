package dev.drawbridge.simulator.iam;

import dev.drawbridge.simulator.call.Caller;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.DeleteItemRequest;
import software.amazon.awssdk.services.dynamodb.model.DescribeTableRequest;
import software.amazon.awssdk.services.dynamodb.model.GetItemRequest;
import software.amazon.awssdk.services.dynamodb.model.PutItemRequest;
import software.amazon.awssdk.services.dynamodb.model.QueryRequest;
import software.amazon.awssdk.services.dynamodb.model.ScanRequest;
import software.amazon.awssdk.services.dynamodb.model.TransactWriteItem;
import software.amazon.awssdk.services.dynamodb.model.TransactWriteItemsRequest;
import software.amazon.awssdk.services.dynamodb.model.UpdateItemRequest;

/**
 * What is asked about calls of DynamoDB: the table, and the value of the partition key ("Using IAM
 * policy conditions for fine-grained access control", Amazon DynamoDB Developer Guide).
 */
final class DynamoDbQuestions {
  private static final Pattern EQUALS = Pattern.compile("(#?\\w+)\\s*=\\s*(:\\w+)");

  private final Facts facts;

  DynamoDbQuestions(Facts facts) {
    this.facts = facts;
  }

  void addTo(Questions all) {
    all.on(PutItemRequest.class, (r, c) -> List.of(item("PutItem", r.tableName(), r.item(), c)))
        .on(GetItemRequest.class, (r, c) -> List.of(item("GetItem", r.tableName(), r.key(), c)))
        .on(
            UpdateItemRequest.class,
            (r, c) -> List.of(item("UpdateItem", r.tableName(), r.key(), c)))
        .on(
            DeleteItemRequest.class,
            (r, c) -> List.of(item("DeleteItem", r.tableName(), r.key(), c)))
        .on(QueryRequest.class, this::query)
        .on(ScanRequest.class, (r, c) -> List.of(table("Scan", r.tableName(), c)))
        .on(DescribeTableRequest.class, (r, c) -> List.of(table("DescribeTable", r.tableName(), c)))
        .on(
            TransactWriteItemsRequest.class,
            (r, c) ->
                r.transactItems().stream()
                    .flatMap(each -> part(each, c))
                    .map(asked -> asked.with("dynamodb:EnclosingOperation", "TransactWriteItems"))
                    .toList());
  }

  private Stream<Authorization> part(TransactWriteItem part, Caller caller) {
    if (part.put() != null) {
      return Stream.of(item("PutItem", part.put().tableName(), part.put().item(), caller));
    }
    if (part.update() != null) {
      return Stream.of(item("UpdateItem", part.update().tableName(), part.update().key(), caller));
    }
    if (part.delete() != null) {
      return Stream.of(item("DeleteItem", part.delete().tableName(), part.delete().key(), caller));
    }
    return part.conditionCheck() == null
        ? Stream.empty()
        : Stream.of(
            item(
                "ConditionCheckItem",
                part.conditionCheck().tableName(),
                part.conditionCheck().key(),
                caller));
  }

  private List<Authorization> query(QueryRequest request, Caller caller) {
    Authorization asked = table("Query", request.tableName(), caller);
    Optional<String> key = facts.partitionKey(caller, String.valueOf(request.tableName()));
    Matcher equals = EQUALS.matcher(String.valueOf(request.keyConditionExpression()));
    while (equals.find()) {
      String name =
          request.expressionAttributeNames().getOrDefault(equals.group(1), equals.group(1));
      AttributeValue value = request.expressionAttributeValues().get(equals.group(2));
      if (key.isPresent() && key.get().equals(name) && value != null) {
        return List.of(asked.with("dynamodb:LeadingKeys", text(value)));
      }
    }
    return List.of(asked);
  }

  private Authorization item(
      String verb, @Nullable String table, Map<String, AttributeValue> attributes, Caller caller) {
    Authorization asked = table(verb, table, caller);
    return facts
        .partitionKey(caller, String.valueOf(table))
        .map(attributes::get)
        .map(value -> asked.with("dynamodb:LeadingKeys", text(value)))
        .orElse(asked);
  }

  /** What is missing in a request is refused later, by the operation. */
  private static Authorization table(String verb, @Nullable String table, Caller caller) {
    String name = String.valueOf(table);
    String arn = name.startsWith("arn:") ? name : caller.arn("dynamodb", "table/" + name);
    return Authorization.of("dynamodb:" + verb).on(arn);
  }

  private static String text(AttributeValue value) {
    return value.s() != null ? value.s() : String.valueOf(value.n());
  }
}
