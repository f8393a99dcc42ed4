package dev.drawbridge.simulator.identity;

import dev.drawbridge.simulator.call.Caller;
import dev.drawbridge.simulator.operation.Operation;
import java.util.HashMap;
import java.util.Map;
import software.amazon.awssdk.services.iam.model.PutRolePolicyRequest;
import software.amazon.awssdk.services.iam.model.PutRolePolicyResponse;

/** Adds an inline policy, or replaces it. */
record PutRolePolicy(Roles roles)
    implements Operation<PutRolePolicyRequest, PutRolePolicyResponse> {
  @Override
  public PutRolePolicyResponse handle(PutRolePolicyRequest request, Caller caller) {
    Role role = roles.get(caller, request.roleName());
    Map<String, String> inline = new HashMap<>(role.inline());
    inline.put(request.policyName(), PolicyDocuments.checkedIdentity(request.policyDocument()));
    roles.put(role.inline(inline));
    return PutRolePolicyResponse.builder().build();
  }
}
