package dev.drawbridge.simulator.identity;

import dev.drawbridge.simulator.call.Caller;
import dev.drawbridge.simulator.operation.Operation;
import java.util.HashSet;
import java.util.Set;
import software.amazon.awssdk.services.iam.model.DetachRolePolicyRequest;
import software.amazon.awssdk.services.iam.model.DetachRolePolicyResponse;

/** Detaches a managed policy. */
record DetachRolePolicy(Roles roles)
    implements Operation<DetachRolePolicyRequest, DetachRolePolicyResponse> {
  @Override
  public DetachRolePolicyResponse handle(DetachRolePolicyRequest request, Caller caller) {
    Role role = roles.get(caller, request.roleName());
    Set<String> attached = new HashSet<>(role.attached());
    if (!attached.remove(request.policyArn())) {
      throw Roles.missing("Policy %s was not found.".formatted(request.policyArn()));
    }
    roles.put(role.attached(attached));
    return DetachRolePolicyResponse.builder().build();
  }
}
