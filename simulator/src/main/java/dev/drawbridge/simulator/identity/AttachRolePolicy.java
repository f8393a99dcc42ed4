package dev.drawbridge.simulator.identity;

import dev.drawbridge.simulator.call.Caller;
import dev.drawbridge.simulator.operation.Operation;
import java.util.HashSet;
import java.util.Set;
import software.amazon.awssdk.services.iam.model.AttachRolePolicyRequest;
import software.amazon.awssdk.services.iam.model.AttachRolePolicyResponse;

/** Attaches a managed policy by its ARN; its document is not known here. */
record AttachRolePolicy(Roles roles)
    implements Operation<AttachRolePolicyRequest, AttachRolePolicyResponse> {
  @Override
  public AttachRolePolicyResponse handle(AttachRolePolicyRequest request, Caller caller) {
    Role role = roles.get(caller, request.roleName());
    Set<String> attached = new HashSet<>(role.attached());
    attached.add(request.policyArn());
    roles.put(role.attached(attached));
    return AttachRolePolicyResponse.builder().build();
  }
}
