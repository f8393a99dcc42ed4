package dev.drawbridge.simulator.dynamodb;

import dev.drawbridge.simulator.call.Caller;
import dev.drawbridge.simulator.operation.Operation;
import software.amazon.awssdk.services.dynamodb.model.ListTablesRequest;
import software.amazon.awssdk.services.dynamodb.model.ListTablesResponse;

/** Lists the tables of an account and region, all at once. */
record ListTables(Tables tables) implements Operation<ListTablesRequest, ListTablesResponse> {

  @Override
  public ListTablesResponse handle(ListTablesRequest request, Caller caller) {
    return ListTablesResponse.builder().tableNames(tables.names(caller)).build();
  }
}
