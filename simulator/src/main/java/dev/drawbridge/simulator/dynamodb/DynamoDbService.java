package dev.drawbridge.simulator.dynamodb;

import dev.drawbridge.engine.time.Scheduler;
import dev.drawbridge.simulator.call.Caller;
import dev.drawbridge.simulator.operation.Service;
import dev.drawbridge.simulator.operation.Service.Protocol;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.ScalarAttributeType;

/** DynamoDB: tables without indexes, conditional writes, queries, small transactions. */
public final class DynamoDbService {
  private final Tables tables;
  private final Writes writes;

  /** No tables yet. */
  public DynamoDbService(Scheduler scheduler, DynamoDbSettings settings) {
    this.tables = new Tables(scheduler, settings);
    this.writes = new Writes(settings);
  }

  /** The API. */
  public Service service() {
    return new Service(
        "dynamodb",
        Protocol.JSON_1_0,
        "DynamoDB_20120810",
        List.of(
            new CreateTable(tables),
            new DeleteItem(tables, writes),
            new DescribeTable(tables),
            new GetItem(tables),
            new ListTables(tables),
            new PutItem(tables, writes),
            new Query(tables),
            new Scan(tables),
            new TransactWriteItems(tables, writes),
            new UpdateItem(tables, writes),
            new UpdateTimeToLive(tables)));
  }

  /**
   * Makes a table with a partition key, a sort key (both strings), and an attribute for its time to
   * live.
   */
  public void createTable(
      Caller owner,
      String name,
      String partitionKey,
      Optional<String> sortKey,
      Optional<String> ttlAttribute) {
    Map<String, ScalarAttributeType> types = new HashMap<>();
    types.put(partitionKey, ScalarAttributeType.S);
    sortKey.ifPresent(key -> types.put(key, ScalarAttributeType.S));
    tables
        .create(owner, name, new KeySchema(partitionKey, sortKey, types))
        .ttlAttribute(ttlAttribute);
  }

  /** The name of a table's partition key; empty if there is no such table. */
  public Optional<String> partitionKey(Caller caller, String nameOrArn) {
    return tables.partitionKey(caller, nameOrArn);
  }

  /** All items of a table as they are. */
  public List<Map<String, AttributeValue>> items(Caller owner, String table) {
    return tables.find(owner, table).all();
  }
}
