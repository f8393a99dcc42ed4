package dev.drawbridge.simulator.dynamodb;

import dev.drawbridge.engine.time.Scheduler;
import dev.drawbridge.simulator.call.Caller;
import dev.drawbridge.simulator.operation.ServiceError;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** The tables of every account and region. */
final class Tables {
  private final Map<String, Table> tables = new TreeMap<>();
  private final Scheduler scheduler;
  private final DynamoDbSettings settings;

  Tables(Scheduler scheduler, DynamoDbSettings settings) {
    this.scheduler = scheduler;
    this.settings = settings;
  }

  Table create(Caller caller, String name, KeySchema keys) {
    Table table = new Table(name, keys, scheduler.now());
    if (tables.putIfAbsent(caller.arn("dynamodb", "table/" + name), table) != null) {
      throw ServiceError.client("ResourceInUseException", "Table already exists: " + name);
    }
    return table;
  }

  /** Finds a table by name or ARN; what has expired is gone from it. */
  Table find(Caller caller, String nameOrArn) {
    Table table =
        Optional.ofNullable(tables.get(arn(caller, nameOrArn)))
            .orElseThrow(
                () ->
                    ServiceError.client(
                        "ResourceNotFoundException", "Requested resource not found"));
    table.expire(scheduler.now(), settings.ttlDeletion());
    return table;
  }

  Optional<String> partitionKey(Caller caller, String nameOrArn) {
    return Optional.ofNullable(tables.get(arn(caller, nameOrArn)))
        .map(table -> table.keys().partition());
  }

  private static String arn(Caller caller, String nameOrArn) {
    return nameOrArn.startsWith("arn:") ? nameOrArn : caller.arn("dynamodb", "table/" + nameOrArn);
  }

  List<String> names(Caller caller) {
    String prefix = caller.arn("dynamodb", "table/");
    return tables.keySet().stream()
        .filter(arn -> arn.startsWith(prefix))
        .map(arn -> arn.substring(prefix.length()))
        .toList();
  }
}
