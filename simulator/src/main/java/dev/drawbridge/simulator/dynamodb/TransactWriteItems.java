package dev.drawbridge.simulator.dynamodb;

import dev.drawbridge.simulator.call.Caller;
import dev.drawbridge.simulator.operation.Operation;
import dev.drawbridge.simulator.operation.ServiceError;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import software.amazon.awssdk.services.dynamodb.model.ConditionCheck;
import software.amazon.awssdk.services.dynamodb.model.Delete;
import software.amazon.awssdk.services.dynamodb.model.Put;
import software.amazon.awssdk.services.dynamodb.model.TransactWriteItem;
import software.amazon.awssdk.services.dynamodb.model.TransactWriteItemsRequest;
import software.amazon.awssdk.services.dynamodb.model.TransactWriteItemsResponse;
import software.amazon.awssdk.services.dynamodb.model.Update;

/** Writes several items, all or none. */
record TransactWriteItems(Tables tables, Writes writes)
    implements Operation<TransactWriteItemsRequest, TransactWriteItemsResponse> {

  @Override
  public TransactWriteItemsResponse handle(TransactWriteItemsRequest request, Caller caller) {
    if (request.transactItems().size() > writes.settings().transactionItems()) {
      throw invalid("Member must have length less than or equal to 100");
    }
    List<Write> all = request.transactItems().stream().map(item -> write(item, caller)).toList();
    Set<Object> keys = new HashSet<>();
    if (!all.stream().allMatch(w -> keys.add(List.of(w.table().name(), w.key())))) {
      throw invalid("Transaction request cannot include multiple operations on one item");
    }
    if (!all.stream().allMatch(Write::allowed)) {
      throw cancelled(all);
    }
    all.forEach(Write::apply);
    return TransactWriteItemsResponse.builder().build();
  }

  private static void checkOne(TransactWriteItem item) {
    long actions =
        Stream.of(item.put(), item.update(), item.delete(), item.conditionCheck())
            .filter(Objects::nonNull)
            .count();
    if (actions == 0) {
      throw invalid(
          "Invalid Request: TransactWriteRequest should contain Delete or Put or Update request");
    }
    if (actions > 1) {
      throw invalid("TransactItems can only contain one of Check, Put, Update or Delete");
    }
  }

  private Write write(TransactWriteItem item, Caller caller) {
    checkOne(item);
    if (item.put() != null) {
      Put put = item.put();
      return writes.put(
          tables.find(caller, put.tableName()),
          put.item(),
          new Bindings(put.expressionAttributeNames(), put.expressionAttributeValues()),
          put.conditionExpression(),
          put.returnValuesOnConditionCheckFailureAsString());
    }
    if (item.update() != null) {
      return update(item.update(), caller);
    }
    if (item.delete() != null) {
      Delete delete = item.delete();
      return writes.delete(
          tables.find(caller, delete.tableName()),
          delete.key(),
          new Bindings(delete.expressionAttributeNames(), delete.expressionAttributeValues()),
          delete.conditionExpression(),
          delete.returnValuesOnConditionCheckFailureAsString(),
          Write.Kind.DELETE);
    }
    ConditionCheck check = item.conditionCheck();
    return writes.delete(
        tables.find(caller, check.tableName()),
        check.key(),
        new Bindings(check.expressionAttributeNames(), check.expressionAttributeValues()),
        check.conditionExpression(),
        check.returnValuesOnConditionCheckFailureAsString(),
        Write.Kind.CHECK);
  }

  private Write update(Update update, Caller caller) {
    Bindings bindings =
        new Bindings(update.expressionAttributeNames(), update.expressionAttributeValues());
    return writes.update(
        tables.find(caller, update.tableName()),
        update.key(),
        bindings,
        Optional.of(UpdateReader.read(update.updateExpression(), bindings)),
        update.conditionExpression(),
        update.returnValuesOnConditionCheckFailureAsString());
  }

  private static ServiceError cancelled(List<Write> all) {
    List<Map<String, Object>> reasons = all.stream().map(TransactWriteItems::reason).toList();
    String codes =
        reasons.stream().map(r -> String.valueOf(r.get("Code"))).collect(Collectors.joining(", "));
    return ServiceError.client(
            "TransactionCanceledException",
            "Transaction cancelled, please refer cancellation reasons for specific reasons [%s]"
                .formatted(codes))
        .with(Map.of("CancellationReasons", reasons));
  }

  private static Map<String, Object> reason(Write write) {
    Map<String, Object> reason = new LinkedHashMap<>();
    reason.put("Code", write.allowed() ? "None" : "ConditionalCheckFailed");
    if (!write.allowed()) {
      reason.put("Message", "The conditional request failed");
      if (write.returnOld() && !write.before().isEmpty()) {
        reason.put("Item", Values.json(write.before()));
      }
    }
    return reason;
  }

  private static ServiceError invalid(String message) {
    return ServiceError.client("ValidationException", message);
  }
}
