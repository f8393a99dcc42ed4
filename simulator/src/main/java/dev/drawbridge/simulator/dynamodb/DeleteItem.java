package dev.drawbridge.simulator.dynamodb;

import dev.drawbridge.simulator.call.Caller;
import dev.drawbridge.simulator.operation.Operation;
import software.amazon.awssdk.services.dynamodb.model.DeleteItemRequest;
import software.amazon.awssdk.services.dynamodb.model.DeleteItemResponse;
import software.amazon.awssdk.services.dynamodb.model.ReturnValue;

/** Deletes one item, if its condition holds; without effect where there is none. */
record DeleteItem(Tables tables, Writes writes)
    implements Operation<DeleteItemRequest, DeleteItemResponse> {

  @Override
  public DeleteItemResponse handle(DeleteItemRequest request, Caller caller) {
    Unmodelled.refuse("Expected", request.hasExpected());
    Writes.checkReturned(request.returnValues());
    Write write =
        writes.delete(
            tables.find(caller, request.tableName()),
            request.key(),
            new Bindings(request.expressionAttributeNames(), request.expressionAttributeValues()),
            request.conditionExpression(),
            request.returnValuesOnConditionCheckFailureAsString(),
            Write.Kind.DELETE);
    writes.apply(write);
    boolean old = request.returnValues() == ReturnValue.ALL_OLD && !write.before().isEmpty();
    return DeleteItemResponse.builder().attributes(old ? write.before() : null).build();
  }
}
