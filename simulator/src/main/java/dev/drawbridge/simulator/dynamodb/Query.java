package dev.drawbridge.simulator.dynamodb;

import dev.drawbridge.simulator.call.Caller;
import dev.drawbridge.simulator.operation.Operation;
import dev.drawbridge.simulator.operation.ServiceError;
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
    if (!fixes(condition, table.keys().partition())) {
      throw ServiceError.client(
          "ValidationException",
          "Query condition missed key schema element: " + table.keys().partition());
    }
    return condition;
  }

  /** Whether the condition demands one value of the partition key, and nothing odd besides. */
  private static boolean fixes(Condition condition, String partition) {
    return switch (condition) {
      case Condition.And(var left, var right) -> fixes(left, partition) || fixes(right, partition);
      case Condition.Compare(var operator, Operand.Attribute(var path), Operand.Literal _) ->
          operator.equals("=") && path.steps().equals(List.of(partition));
      default -> false;
    };
  }
}
