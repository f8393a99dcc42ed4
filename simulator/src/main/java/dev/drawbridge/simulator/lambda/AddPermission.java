package dev.drawbridge.simulator.lambda;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.drawbridge.simulator.call.Caller;
import dev.drawbridge.simulator.operation.Operation;
import dev.drawbridge.simulator.operation.ServiceError;
import java.util.HashMap;
import java.util.Map;
import software.amazon.awssdk.services.lambda.model.AddPermissionRequest;
import software.amazon.awssdk.services.lambda.model.AddPermissionResponse;

/** Adds a statement to the policy of a function. */
record AddPermission(FunctionEntries entries)
    implements Operation<AddPermissionRequest, AddPermissionResponse> {
  @Override
  public AddPermissionResponse handle(AddPermissionRequest request, Caller caller) {
    FunctionName named = FunctionName.parse(caller, request.functionName(), request.qualifier());
    FunctionEntry entry = entries.get(named, "AddPermission", caller);
    checkPrincipal(request.principal());
    if (entry.permissions().containsKey(request.statementId())) {
      throw ServiceError.of(
          409,
          "ResourceConflictException",
          "The statement id (%s) provided already exists. Please provide a new statement id, or remove the existing statement."
              .formatted(request.statementId()));
    }
    String statement = statement(request, named.invokedArn());
    Map<String, String> permissions = new HashMap<>(entry.permissions());
    permissions.put(request.statementId(), statement);
    entries.put(entry.permissions(permissions));
    return AddPermissionResponse.builder().statement(statement).build();
  }

  private static void checkPrincipal(String principal) {
    if (!principal.matches(
        "\\*|\\d{12}|arn:[a-z-]+:(iam|sts)::\\d{12}:.+|[a-z0-9.-]+\\.amazonaws\\.com(\\.cn)?")) {
      throw ServiceError.client(
          "InvalidParameterValueException",
          "The provided principal was invalid. Please check the principal and try again.");
    }
  }

  private static String statement(AddPermissionRequest request, String functionArn) {
    ObjectNode statement =
        JsonNodeFactory.instance
            .objectNode()
            .put("Sid", request.statementId())
            .put("Effect", "Allow");
    ObjectNode principal = statement.putObject("Principal");
    boolean service = request.principal().matches("[a-z0-9.-]+\\.amazonaws\\.com.*");
    principal.put(
        service ? "Service" : "AWS",
        request.principal().matches("\\d{12}")
            ? "arn:aws:iam::%s:root".formatted(request.principal())
            : request.principal());
    statement.put("Action", request.action());
    statement.put("Resource", functionArn);
    ObjectNode conditions = conditions(request);
    if (!conditions.isEmpty()) {
      statement.set("Condition", conditions);
    }
    return statement.toString();
  }

  private static ObjectNode conditions(AddPermissionRequest request) {
    ObjectNode conditions = JsonNodeFactory.instance.objectNode();
    if (request.sourceAccount() != null) {
      conditions.putObject("StringEquals").put("AWS:SourceAccount", request.sourceAccount());
    }
    if (request.sourceArn() != null) {
      conditions.putObject("ArnLike").put("AWS:SourceArn", request.sourceArn());
    }
    return conditions;
  }
}
