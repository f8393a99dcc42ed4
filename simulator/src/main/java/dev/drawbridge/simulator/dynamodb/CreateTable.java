package dev.drawbridge.simulator.dynamodb;

import dev.drawbridge.simulator.call.Caller;
import dev.drawbridge.simulator.operation.Operation;
import dev.drawbridge.simulator.operation.ServiceError;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import software.amazon.awssdk.services.dynamodb.model.AttributeDefinition;
import software.amazon.awssdk.services.dynamodb.model.CreateTableRequest;
import software.amazon.awssdk.services.dynamodb.model.CreateTableResponse;
import software.amazon.awssdk.services.dynamodb.model.KeySchemaElement;
import software.amazon.awssdk.services.dynamodb.model.KeyType;
import software.amazon.awssdk.services.dynamodb.model.ScalarAttributeType;

/** Creates a table; it is active at once. Indexes are refused. */
record CreateTable(Tables tables) implements Operation<CreateTableRequest, CreateTableResponse> {

  @Override
  public CreateTableResponse handle(CreateTableRequest request, Caller caller) {
    Unmodelled.refuse("GlobalSecondaryIndexes", request.hasGlobalSecondaryIndexes());
    Unmodelled.refuse("LocalSecondaryIndexes", request.hasLocalSecondaryIndexes());
    Throughput.check(request);
    String partition =
        key(request, KeyType.HASH)
            .orElseThrow(
                () ->
                    ServiceError.client(
                        "ValidationException", "Invalid KeySchema: the table has no HASH key"));
    Optional<String> sort = key(request, KeyType.RANGE);
    if (sort.equals(Optional.of(partition))) {
      throw ServiceError.client(
          "ValidationException",
          "Both the Hash Key and the Range Key element in the KeySchema have the same name");
    }
    Table table =
        tables.create(caller, request.tableName(), new KeySchema(partition, sort, types(request)));
    return CreateTableResponse.builder()
        .tableDescription(DescribeTable.view(table, caller))
        .build();
  }

  private static Map<String, ScalarAttributeType> types(CreateTableRequest request) {
    Map<String, ScalarAttributeType> types =
        request.attributeDefinitions().stream()
            .collect(
                Collectors.toMap(
                    AttributeDefinition::attributeName, AttributeDefinition::attributeType));
    List<String> undefined =
        request.keySchema().stream()
            .map(KeySchemaElement::attributeName)
            .filter(name -> !types.containsKey(name))
            .toList();
    if (!undefined.isEmpty()) {
      throw ServiceError.client(
          "ValidationException",
          "One or more parameter values were invalid: Some index key attributes are not defined in"
              + " AttributeDefinitions. Keys: %s, AttributeDefinitions: %s"
                  .formatted(undefined, types.keySet()));
    }
    if (types.size() > request.keySchema().size()) {
      throw ServiceError.client(
          "ValidationException",
          "One or more parameter values were invalid: Number of attributes in KeySchema does not"
              + " exactly match number of attributes defined in AttributeDefinitions");
    }
    return types;
  }

  private static Optional<String> key(CreateTableRequest request, KeyType type) {
    return request.keySchema().stream()
        .filter(k -> k.keyType() == type)
        .map(KeySchemaElement::attributeName)
        .findFirst();
  }
}
