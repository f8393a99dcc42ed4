package dev.drawbridge.simulator.identity;

import dev.drawbridge.simulator.call.Caller;
import dev.drawbridge.simulator.operation.Operation;
import java.util.HashMap;
import java.util.Map;
import software.amazon.awssdk.services.iam.model.DeleteRolePolicyRequest;
import software.amazon.awssdk.services.iam.model.DeleteRolePolicyResponse;

/** Deletes an inline policy. */
record DeleteRolePolicy(Roles roles)
    implements Operation<DeleteRolePolicyRequest, DeleteRolePolicyResponse> {
  @Override
  public DeleteRolePolicyResponse handle(DeleteRolePolicyRequest request, Caller caller) {
    Role role = roles.get(caller, request.roleName());
    Map<String, String> inline = new HashMap<>(role.inline());
    if (inline.remove(request.policyName()) == null) {
      throw Roles.missing(
          "The role policy with name %s cannot be found.".formatted(request.policyName()));
    }
    roles.put(role.inline(inline));
    return DeleteRolePolicyResponse.builder().build();
  }
}
