package dev.drawbridge.simulator.lambda;

import dev.drawbridge.simulator.call.Caller;
import dev.drawbridge.simulator.operation.Operation;
import software.amazon.awssdk.services.lambda.model.GetFunctionRequest;
import software.amazon.awssdk.services.lambda.model.GetFunctionResponse;

/** Shows a function. */
record GetFunction(FunctionEntries entries)
    implements Operation<GetFunctionRequest, GetFunctionResponse> {
  @Override
  public GetFunctionResponse handle(GetFunctionRequest request, Caller caller) {
    FunctionEntry entry =
        entries.get(
            FunctionName.parse(caller, request.functionName(), request.qualifier()),
            "GetFunction",
            caller);
    String arn = entry.configuration().functionArn();
    return GetFunctionResponse.builder()
        .configuration(entry.configuration())
        .code(code -> code.repositoryType("S3").location("https://code.invalid/" + arn))
        .tags(entries.tags().of(arn).isEmpty() ? null : entries.tags().of(arn))
        .build();
  }
}
