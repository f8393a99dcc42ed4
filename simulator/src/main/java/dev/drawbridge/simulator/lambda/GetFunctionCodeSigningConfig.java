package dev.drawbridge.simulator.lambda;

import dev.drawbridge.simulator.call.Caller;
import dev.drawbridge.simulator.operation.Operation;
import software.amazon.awssdk.services.lambda.model.GetFunctionCodeSigningConfigRequest;
import software.amazon.awssdk.services.lambda.model.GetFunctionCodeSigningConfigResponse;

/** No function here has its code signed. */
record GetFunctionCodeSigningConfig(FunctionEntries entries)
    implements Operation<
        GetFunctionCodeSigningConfigRequest, GetFunctionCodeSigningConfigResponse> {
  @Override
  public GetFunctionCodeSigningConfigResponse handle(
      GetFunctionCodeSigningConfigRequest request, Caller caller) {
    FunctionEntry entry =
        entries.get(caller, request.functionName(), "GetFunctionCodeSigningConfig");
    return GetFunctionCodeSigningConfigResponse.builder()
        .functionName(entry.configuration().functionName())
        .codeSigningConfigArn("")
        .build();
  }
}
