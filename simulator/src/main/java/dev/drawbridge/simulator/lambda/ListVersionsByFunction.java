package dev.drawbridge.simulator.lambda;

import dev.drawbridge.simulator.call.Caller;
import dev.drawbridge.simulator.operation.Operation;
import software.amazon.awssdk.services.lambda.model.ListVersionsByFunctionRequest;
import software.amazon.awssdk.services.lambda.model.ListVersionsByFunctionResponse;

/** Lists versions: here there is one of each function. */
record ListVersionsByFunction(FunctionEntries entries)
    implements Operation<ListVersionsByFunctionRequest, ListVersionsByFunctionResponse> {
  @Override
  public ListVersionsByFunctionResponse handle(
      ListVersionsByFunctionRequest request, Caller caller) {
    return ListVersionsByFunctionResponse.builder()
        .versions(
            entries.get(caller, request.functionName(), "ListVersionsByFunction").configuration())
        .build();
  }
}
