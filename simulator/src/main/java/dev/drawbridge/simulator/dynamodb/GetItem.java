package dev.drawbridge.simulator.dynamodb;

import dev.drawbridge.simulator.call.Caller;
import dev.drawbridge.simulator.operation.Operation;
import java.util.Map;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.GetItemRequest;
import software.amazon.awssdk.services.dynamodb.model.GetItemResponse;

/** Reads one item. Every read here is consistent. */
record GetItem(Tables tables) implements Operation<GetItemRequest, GetItemResponse> {

  @Override
  public GetItemResponse handle(GetItemRequest request, Caller caller) {
    Unmodelled.refuse("AttributesToGet", request.hasAttributesToGet());
    Bindings bindings = new Bindings(request.expressionAttributeNames(), Map.of());
    Projection projection = Projection.read(request.projectionExpression(), bindings);
    bindings.checkUsed();
    Map<String, AttributeValue> item = tables.find(caller, request.tableName()).get(request.key());
    return item.isEmpty()
        ? GetItemResponse.builder().build()
        : GetItemResponse.builder().item(projection.of(item)).build();
  }
}
