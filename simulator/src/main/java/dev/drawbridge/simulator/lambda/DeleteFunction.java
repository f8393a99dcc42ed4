package dev.drawbridge.simulator.lambda;

import dev.drawbridge.simulator.call.Caller;
import dev.drawbridge.simulator.operation.Operation;
import dev.drawbridge.simulator.operation.ServiceError;
import java.util.List;
import software.amazon.awssdk.services.lambda.model.DeleteFunctionRequest;
import software.amazon.awssdk.services.lambda.model.DeleteFunctionResponse;

/** Deletes a function, or one of its versions. */
record DeleteFunction(Functions functions, FunctionEntries entries)
    implements Operation<DeleteFunctionRequest, DeleteFunctionResponse> {
  @Override
  public DeleteFunctionResponse handle(DeleteFunctionRequest request, Caller caller) {
    FunctionName named = FunctionName.parse(caller, request.functionName(), request.qualifier());
    FunctionEntry entry = entries.get(named.unqualified(), "DeleteFunction", caller);
    boolean qualified =
        request.qualifier() != null || !named.qualifier().equals(FunctionName.LATEST);
    if (qualified) {
      deleteVersion(entry, named.qualifier());
    } else {
      entries.remove(entry.configuration().functionArn());
      functions.remove(named);
    }
    return DeleteFunctionResponse.builder().build();
  }

  /** A version that is not there is deleted already; LocalStack's recordings of AWS word these. */
  private void deleteVersion(FunctionEntry entry, String version) {
    if (version.equals(FunctionName.LATEST)) {
      throw invalid("$LATEST version cannot be deleted without deleting the function.");
    }
    if (!version.chars().allMatch(Character::isDigit)) {
      throw invalid("Deletion of aliases is not currently supported.");
    }
    List<String> aliases = entry.aliasesOf(version);
    if (!aliases.isEmpty()) {
      throw ServiceError.of(
          409,
          "ResourceConflictException",
          "Unable to delete version because the following aliases reference it: " + aliases);
    }
    entries.put(entry.without(version));
  }

  private static ServiceError invalid(String message) {
    return ServiceError.client("InvalidParameterValueException", message);
  }
}
