package dev.drawbridge.simulator.dynamodb;

import dev.drawbridge.simulator.call.Caller;
import dev.drawbridge.simulator.operation.Operation;
import software.amazon.awssdk.services.dynamodb.model.PutItemRequest;
import software.amazon.awssdk.services.dynamodb.model.PutItemResponse;
import software.amazon.awssdk.services.dynamodb.model.ReturnValue;

/** Writes one item, if its condition holds. */
record PutItem(Tables tables, Writes writes) implements Operation<PutItemRequest, PutItemResponse> {

  @Override
  public PutItemResponse handle(PutItemRequest request, Caller caller) {
    Unmodelled.refuse("Expected", request.hasExpected());
    Writes.checkReturned(request.returnValues());
    Write write =
        writes.put(
            tables.find(caller, request.tableName()),
            request.item(),
            new Bindings(request.expressionAttributeNames(), request.expressionAttributeValues()),
            request.conditionExpression(),
            request.returnValuesOnConditionCheckFailureAsString());
    writes.apply(write);
    boolean old = request.returnValues() == ReturnValue.ALL_OLD && !write.before().isEmpty();
    return PutItemResponse.builder().attributes(old ? write.before() : null).build();
  }
}
