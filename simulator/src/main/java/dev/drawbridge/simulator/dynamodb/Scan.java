package dev.drawbridge.simulator.dynamodb;

import dev.drawbridge.simulator.call.Caller;
import dev.drawbridge.simulator.operation.Operation;
import dev.drawbridge.simulator.operation.ServiceError;
import java.util.Optional;
import software.amazon.awssdk.services.dynamodb.model.ScanRequest;
import software.amazon.awssdk.services.dynamodb.model.ScanResponse;

/** Reads all items of a table, in pages. */
record Scan(Tables tables) implements Operation<ScanRequest, ScanResponse> {

  @Override
  public ScanResponse handle(ScanRequest request, Caller caller) {
    Unmodelled.refuse("IndexName", request.indexName() != null);
    Unmodelled.refuse("ScanFilter", request.hasScanFilter());
    Unmodelled.refuse("AttributesToGet", request.hasAttributesToGet());
    checkSegments(request);
    Unmodelled.refuse("TotalSegments", request.totalSegments() != null);
    Unmodelled.refuse("Select", request.select() != null);
    Table table = tables.find(caller, request.tableName());
    Bindings bindings =
        new Bindings(request.expressionAttributeNames(), request.expressionAttributeValues());
    Optional<Condition> filter =
        Optional.ofNullable(request.filterExpression())
            .map(f -> ConditionReader.read("FilterExpression", f, bindings));
    Projection projection = Projection.read(request.projectionExpression(), bindings);
    bindings.checkUsed();
    Reads page =
        Reads.page(
            table, table.all(), request.exclusiveStartKey(), request.limit(), filter, projection);
    return ScanResponse.builder()
        .items(page.items())
        .count(page.items().size())
        .scannedCount(page.read())
        .lastEvaluatedKey(page.last())
        .build();
  }

  private static void checkSegments(ScanRequest request) {
    if (request.segment() != null && request.totalSegments() == null) {
      throw ServiceError.client(
          "ValidationException",
          "The TotalSegments parameter is required but was not present in the request when Segment"
              + " parameter is present");
    }
    if (request.segment() == null && request.totalSegments() != null) {
      throw ServiceError.client(
          "ValidationException",
          "The Segment parameter is required but was not present in the request when parameter"
              + " TotalSegments is present");
    }
  }
}
