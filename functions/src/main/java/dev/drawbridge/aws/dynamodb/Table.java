package dev.drawbridge.aws.dynamodb;

import dev.drawbridge.aws.Clients;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.ConditionalCheckFailedException;
import software.amazon.awssdk.services.dynamodb.model.ReturnValue;
import software.amazon.awssdk.services.dynamodb.model.ReturnValuesOnConditionCheckFailure;
import software.amazon.awssdk.services.dynamodb.model.TransactWriteItem;
import software.amazon.awssdk.services.dynamodb.model.TransactionCanceledException;

/**
 * The table, with keys {@code pk} and {@code sk} and time to live in {@code expiresAt}.
 *
 * <p>Every read is consistent: what is kept here decides who may act.
 */
public final class Table {
  private final DynamoDbClient client;
  private final String name;

  public Table(Clients clients, String name) {
    this.client = clients.dynamoDb();
    this.name = name;
  }

  Optional<Item> get(Item key) {
    var response =
        client.getItem(r -> r.tableName(name).key(key.attributes()).consistentRead(true));
    return response.hasItem() && !response.item().isEmpty()
        ? Optional.of(Item.of(response.item()))
        : Optional.empty();
  }

  /** All items of a partition. */
  List<Item> query(String pk) {
    return client
        .queryPaginator(
            r ->
                r.tableName(name)
                    .keyConditionExpression("pk = :pk")
                    .expressionAttributeValues(Map.of(":pk", AttributeValue.fromS(pk)))
                    .consistentRead(true))
        .items()
        .stream()
        .map(Item::of)
        .toList();
  }

  /**
   * A page of the items of a partition, by sort key.
   *
   * @param after the last sort key of the page before, or the empty text
   */
  Slice page(String pk, String after, int size) {
    return page(pk, after, size, true);
  }

  /** The same from the last sort key to the first. */
  Slice pageBackwards(String pk, String after, int size) {
    return page(pk, after, size, false);
  }

  private Slice page(String pk, String after, int size, boolean forward) {
    var response =
        client.query(
            r ->
                r.tableName(name)
                    .scanIndexForward(forward)
                    .keyConditionExpression("pk = :pk")
                    .expressionAttributeValues(Map.of(":pk", AttributeValue.fromS(pk)))
                    .exclusiveStartKey(after.isEmpty() ? null : Item.key(pk, after).attributes())
                    .limit(size)
                    .consistentRead(true));
    return new Slice(
        response.items().stream().map(Item::of).toList(),
        response.hasLastEvaluatedKey() && !response.lastEvaluatedKey().isEmpty()
            ? Item.of(response.lastEvaluatedKey()).text("sk")
            : null);
  }

  /** Writes the item whatever was there. Returns what was there. */
  Optional<Item> put(Item item) {
    var response =
        client.putItem(
            r -> r.tableName(name).item(item.attributes()).returnValues(ReturnValue.ALL_OLD));
    return response.hasAttributes() && !response.attributes().isEmpty()
        ? Optional.of(Item.of(response.attributes()))
        : Optional.empty();
  }

  /** Writes the item if the condition holds. */
  Outcome putIf(Item item, Condition condition) {
    try {
      client.putItem(
          r ->
              r.tableName(name)
                  .item(item.attributes())
                  .conditionExpression(condition.expression())
                  .expressionAttributeNames(condition.names())
                  .expressionAttributeValues(condition.valuesOrNull())
                  .returnValuesOnConditionCheckFailure(
                      ReturnValuesOnConditionCheckFailure.ALL_OLD));
      return new Outcome.Written(item);
    } catch (ConditionalCheckFailedException e) {
      return refused(e);
    }
  }

  /** Writes all of the items, or none where the first is there already. */
  void putAllOnce(Item first, Item second) {
    Condition absent = Condition.absent();
    try {
      client.transactWriteItems(
          r ->
              r.transactItems(
                  TransactWriteItem.builder()
                      .put(
                          p ->
                              p.tableName(name)
                                  .item(first.attributes())
                                  .conditionExpression(absent.expression())
                                  .expressionAttributeNames(absent.names()))
                      .build(),
                  TransactWriteItem.builder()
                      .put(p -> p.tableName(name).item(second.attributes()))
                      .build()));
    } catch (TransactionCanceledException e) {
      if (e.cancellationReasons().stream()
          .noneMatch(reason -> "ConditionalCheckFailed".equals(reason.code()))) {
        throw e; // somebody else's transaction was in the way
      }
    }
  }

  /** Sets attributes if the condition holds. */
  Outcome setIf(Item key, Item changes, Condition condition) {
    return setIf(key, changes, Item.empty(), condition);
  }

  /**
   * The same.
   *
   * @param once attributes that are set only where they are absent
   */
  Outcome setIf(Item key, Item changes, Item once, Condition condition) {
    Condition update = condition.setting(changes).settingOnce(once);
    try {
      var response =
          client.updateItem(
              r ->
                  r.tableName(name)
                      .key(key.attributes())
                      .updateExpression(update.update())
                      .conditionExpression(update.expression())
                      .expressionAttributeNames(update.names())
                      .expressionAttributeValues(update.valuesOrNull())
                      .returnValues(ReturnValue.ALL_NEW)
                      .returnValuesOnConditionCheckFailure(
                          ReturnValuesOnConditionCheckFailure.ALL_OLD));
      return new Outcome.Written(Item.of(response.attributes()));
    } catch (ConditionalCheckFailedException e) {
      return refused(e);
    }
  }

  /** Deletes the item if the condition holds. False if it does not. */
  boolean deleteIf(Item key, Condition condition) {
    try {
      client.deleteItem(
          r ->
              r.tableName(name)
                  .key(key.attributes())
                  .conditionExpression(condition.expression())
                  .expressionAttributeNames(condition.names())
                  .expressionAttributeValues(condition.valuesOrNull()));
      return true;
    } catch (ConditionalCheckFailedException e) {
      return false; // somebody has written something newer, which stays
    }
  }

  private static Outcome refused(ConditionalCheckFailedException e) {
    return new Outcome.Refused(
        e.hasItem() && !e.item().isEmpty() ? Optional.of(Item.of(e.item())) : Optional.empty());
  }

  /** What became of a conditional write. */
  sealed interface Outcome {
    /** The condition held; {@code item} is there now. */
    record Written(Item item) implements Outcome {}

    /** It did not; {@code item} is what is there, if anything. */
    record Refused(Optional<Item> item) implements Outcome {}
  }
}
