package dev.drawbridge.simulator.dynamodb;

import dev.drawbridge.simulator.call.Caller;
import dev.drawbridge.simulator.operation.Operation;
import java.util.ArrayList;
import java.util.List;
import software.amazon.awssdk.services.dynamodb.model.DescribeTableRequest;
import software.amazon.awssdk.services.dynamodb.model.DescribeTableResponse;
import software.amazon.awssdk.services.dynamodb.model.KeySchemaElement;
import software.amazon.awssdk.services.dynamodb.model.KeyType;
import software.amazon.awssdk.services.dynamodb.model.TableDescription;
import software.amazon.awssdk.services.dynamodb.model.TableStatus;

/** Describes a table. */
record DescribeTable(Tables tables)
    implements Operation<DescribeTableRequest, DescribeTableResponse> {

  @Override
  public DescribeTableResponse handle(DescribeTableRequest request, Caller caller) {
    return DescribeTableResponse.builder()
        .table(view(tables.find(caller, request.tableName()), caller))
        .build();
  }

  static TableDescription view(Table table, Caller caller) {
    List<KeySchemaElement> keys = new ArrayList<>();
    keys.add(element(table.keys().partition(), KeyType.HASH));
    table.keys().sort().ifPresent(name -> keys.add(element(name, KeyType.RANGE)));
    return TableDescription.builder()
        .tableName(table.name())
        .tableArn(caller.arn("dynamodb", "table/" + table.name()))
        .tableStatus(TableStatus.ACTIVE)
        .creationDateTime(table.created())
        .itemCount((long) table.all().size())
        .keySchema(keys)
        .build();
  }

  private static KeySchemaElement element(String name, KeyType type) {
    return KeySchemaElement.builder().attributeName(name).keyType(type).build();
  }
}
