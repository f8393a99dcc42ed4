package dev.drawbridge.simulator.lambda;

import dev.drawbridge.simulator.call.Caller;
import dev.drawbridge.simulator.operation.Operation;
import software.amazon.awssdk.services.lambda.model.DeleteFunctionRequest;
import software.amazon.awssdk.services.lambda.model.DeleteFunctionResponse;

/** Deletes a function. */
record DeleteFunction(LambdaService lambda, FunctionEntries entries)
    implements Operation<DeleteFunctionRequest, DeleteFunctionResponse> {
  @Override
  public DeleteFunctionResponse handle(DeleteFunctionRequest request, Caller caller) {
    FunctionEntry entry = entries.get(caller, request.functionName(), "DeleteFunction");
    entries.remove(entry.configuration().functionArn());
    lambda.remove(caller, entry.configuration().functionName());
    return DeleteFunctionResponse.builder().build();
  }
}
