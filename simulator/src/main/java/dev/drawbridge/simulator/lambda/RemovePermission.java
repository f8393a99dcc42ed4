package dev.drawbridge.simulator.lambda;

import dev.drawbridge.simulator.call.Caller;
import dev.drawbridge.simulator.operation.Operation;
import dev.drawbridge.simulator.operation.ServiceError;
import java.util.HashMap;
import java.util.Map;
import software.amazon.awssdk.services.lambda.model.RemovePermissionRequest;
import software.amazon.awssdk.services.lambda.model.RemovePermissionResponse;

/** Removes a statement from the policy of a function. */
record RemovePermission(FunctionEntries entries)
    implements Operation<RemovePermissionRequest, RemovePermissionResponse> {
  @Override
  public RemovePermissionResponse handle(RemovePermissionRequest request, Caller caller) {
    FunctionName named = FunctionName.parse(caller, request.functionName(), request.qualifier());
    FunctionEntry entry = entries.get(named, "RemovePermission", caller);
    Map<String, String> permissions = new HashMap<>(entry.permissions());
    if (permissions.remove(request.statementId()) == null) {
      throw ServiceError.of(
          404,
          "ResourceNotFoundException",
          "Statement %s is not found in resource policy.".formatted(request.statementId()));
    }
    entries.put(entry.permissions(permissions));
    return RemovePermissionResponse.builder().build();
  }
}
