package dev.drawbridge.simulator.lambda;

import dev.drawbridge.simulator.call.Caller;
import dev.drawbridge.simulator.operation.Operation;
import dev.drawbridge.simulator.operation.ServiceError;
import java.util.List;
import java.util.Optional;
import software.amazon.awssdk.services.lambda.model.FunctionConfiguration;
import software.amazon.awssdk.services.lambda.model.ListFunctionsRequest;
import software.amazon.awssdk.services.lambda.model.ListFunctionsResponse;

/** Lists the functions of the account and region. */
record ListFunctions(FunctionEntries entries)
    implements Operation<ListFunctionsRequest, ListFunctionsResponse> {
  @Override
  public ListFunctionsResponse handle(ListFunctionsRequest request, Caller caller) {
    int most = Optional.ofNullable(request.maxItems()).orElse(50);
    List<FunctionConfiguration> all =
        entries.of(caller).stream().map(FunctionEntry::configuration).toList();
    int from = request.marker() == null ? 0 : start(request.marker(), all.size());
    int to = Math.min(all.size(), from + Math.min(most, 50));
    return ListFunctionsResponse.builder()
        .functions(all.subList(from, to))
        .nextMarker(to < all.size() ? "from-" + to : null)
        .build();
  }

  private static int start(String marker, int size) {
    if (!marker.matches("from-\\d{1,9}")) {
      throw ServiceError.client("InvalidParameterValueException", "Invalid Marker: " + marker);
    }
    return Math.min(size, Integer.parseInt(marker.substring("from-".length())));
  }
}
