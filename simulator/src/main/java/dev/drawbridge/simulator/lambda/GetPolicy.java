package dev.drawbridge.simulator.lambda;

import dev.drawbridge.simulator.call.Caller;
import dev.drawbridge.simulator.operation.Operation;
import dev.drawbridge.simulator.operation.ServiceError;
import software.amazon.awssdk.services.lambda.model.GetPolicyRequest;
import software.amazon.awssdk.services.lambda.model.GetPolicyResponse;

/** Shows the policy of a function. */
record GetPolicy(FunctionEntries entries)
    implements Operation<GetPolicyRequest, GetPolicyResponse> {
  @Override
  public GetPolicyResponse handle(GetPolicyRequest request, Caller caller) {
    FunctionEntry entry = entries.get(caller, request.functionName(), "GetPolicy");
    if (entry.permissions().isEmpty()) {
      throw ServiceError.of(
          404, "ResourceNotFoundException", "The resource you requested does not exist.");
    }
    String statements = String.join(",", entry.permissions().values());
    return GetPolicyResponse.builder()
        .policy(
            "{\"Version\":\"2012-10-17\",\"Id\":\"default\",\"Statement\":[" + statements + "]}")
        .revisionId(entry.configuration().revisionId())
        .build();
  }
}
