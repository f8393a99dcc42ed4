package dev.drawbridge.simulator.dynamodb;

import dev.drawbridge.simulator.call.Caller;
import dev.drawbridge.simulator.operation.Operation;
import dev.drawbridge.simulator.operation.ServiceError;
import java.util.Optional;
import software.amazon.awssdk.services.dynamodb.model.CreateTableRequest;
import software.amazon.awssdk.services.dynamodb.model.CreateTableResponse;
import software.amazon.awssdk.services.dynamodb.model.KeySchemaElement;
import software.amazon.awssdk.services.dynamodb.model.KeyType;

/** Creates a table; it is active at once. Indexes are refused. */
record CreateTable(Tables tables) implements Operation<CreateTableRequest, CreateTableResponse> {

  @Override
  public CreateTableResponse handle(CreateTableRequest request, Caller caller) {
    Unmodelled.refuse("GlobalSecondaryIndexes", request.hasGlobalSecondaryIndexes());
    Unmodelled.refuse("LocalSecondaryIndexes", request.hasLocalSecondaryIndexes());
    String partition =
        key(request, KeyType.HASH)
            .orElseThrow(
                () ->
                    ServiceError.client(
                        "ValidationException", "Invalid KeySchema: the table has no HASH key"));
    Table table =
        tables.create(
            caller, request.tableName(), new KeySchema(partition, key(request, KeyType.RANGE)));
    return CreateTableResponse.builder()
        .tableDescription(DescribeTable.view(table, caller))
        .build();
  }

  private static Optional<String> key(CreateTableRequest request, KeyType type) {
    return request.keySchema().stream()
        .filter(k -> k.keyType() == type)
        .map(KeySchemaElement::attributeName)
        .findFirst();
  }
}
