package dev.drawbridge.simulator.dynamodb;

import dev.drawbridge.simulator.call.Caller;
import dev.drawbridge.simulator.operation.Operation;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.QueryRequest;
import software.amazon.awssdk.services.dynamodb.model.QueryResponse;

/** Reads the items of one partition in the order of their sort keys. */
record Query(Tables tables) implements Operation<QueryRequest, QueryResponse> {

  @Override
  public QueryResponse handle(QueryRequest request, Caller caller) {
    Unmodelled.refuse("IndexName", request.indexName() != null);
    Unmodelled.refuse("KeyConditions", request.hasKeyConditions());
    Unmodelled.refuse("QueryFilter", request.hasQueryFilter());
    Unmodelled.refuse("AttributesToGet", request.hasAttributesToGet());
    Unmodelled.refuse("Select", request.select() != null);
    Table table = tables.find(caller, request.tableName());
    Bindings bindings =
        new Bindings(request.expressionAttributeNames(), request.expressionAttributeValues());
    Condition keys = keyCondition(request, table, bindings);
    Optional<Condition> filter =
        Optional.ofNullable(request.filterExpression())
            .map(f -> ConditionReader.read("FilterExpression", f, bindings));
    filter.ifPresent(f -> KeyConditions.checkFilter(f, table.keys()));
    Projection projection = Projection.read(request.projectionExpression(), bindings);
    bindings.checkUsed();
    List<Map<String, AttributeValue>> found = table.all().stream().filter(keys::holds).toList();
    boolean backwards = Boolean.FALSE.equals(request.scanIndexForward());
    Reads page =
        Reads.page(
            table,
            backwards ? found.reversed() : found,
            request.exclusiveStartKey(),
            request.limit(),
            filter,
            projection);
    return QueryResponse.builder()
        .items(page.items())
        .count(page.items().size())
        .scannedCount(page.read())
        .lastEvaluatedKey(page.last())
        .build();
  }

  private static Condition keyCondition(QueryRequest request, Table table, Bindings bindings) {
    String text = Optional.ofNullable(request.keyConditionExpression()).orElse("");
    Condition condition = ConditionReader.read("KeyConditionExpression", text, bindings);
    KeyConditions.check(condition, table.keys());
    return condition;
  }
}
