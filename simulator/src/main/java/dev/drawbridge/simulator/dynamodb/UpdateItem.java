package dev.drawbridge.simulator.dynamodb;

import dev.drawbridge.simulator.call.Caller;
import dev.drawbridge.simulator.operation.Operation;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.ReturnValue;
import software.amazon.awssdk.services.dynamodb.model.UpdateItemRequest;
import software.amazon.awssdk.services.dynamodb.model.UpdateItemResponse;

/** Changes one item, or makes it, if its condition holds. */
record UpdateItem(Tables tables, Writes writes)
    implements Operation<UpdateItemRequest, UpdateItemResponse> {

  @Override
  public UpdateItemResponse handle(UpdateItemRequest request, Caller caller) {
    Unmodelled.refuse("AttributeUpdates", request.hasAttributeUpdates());
    Unmodelled.refuse("Expected", request.hasExpected());
    Bindings bindings =
        new Bindings(request.expressionAttributeNames(), request.expressionAttributeValues());
    Optional<UpdateRecord> update =
        Optional.ofNullable(request.updateExpression()).map(t -> UpdateReader.read(t, bindings));
    Write write =
        writes.update(
            tables.find(caller, request.tableName()),
            request.key(),
            bindings,
            update,
            request.conditionExpression(),
            request.returnValuesOnConditionCheckFailureAsString());
    writes.apply(write);
    return UpdateItemResponse.builder()
        .attributes(returned(request.returnValues(), write, update))
        .build();
  }

  private static @Nullable Map<String, AttributeValue> returned(
      @Nullable ReturnValue wanted, Write write, Optional<UpdateRecord> update) {
    if (wanted == null || wanted == ReturnValue.NONE) {
      return null;
    }
    boolean old = wanted == ReturnValue.ALL_OLD || wanted == ReturnValue.UPDATED_OLD;
    Map<String, AttributeValue> item = old ? write.before() : write.after().orElseThrow();
    if (wanted == ReturnValue.UPDATED_OLD || wanted == ReturnValue.UPDATED_NEW) {
      Map<String, AttributeValue> touched = new HashMap<>(item);
      update.ifPresent(u -> touched.keySet().retainAll(u.touched()));
      return touched.isEmpty() ? null : touched;
    }
    return item.isEmpty() ? null : item;
  }
}
