package dev.drawbridge.simulator.identity;

import dev.drawbridge.simulator.call.Caller;
import dev.drawbridge.simulator.operation.Operation;
import software.amazon.awssdk.services.iam.model.UntagRoleRequest;
import software.amazon.awssdk.services.iam.model.UntagRoleResponse;

/** Removes tags from a role. */
record UntagRole(Roles roles) implements Operation<UntagRoleRequest, UntagRoleResponse> {
  @Override
  public UntagRoleResponse handle(UntagRoleRequest request, Caller caller) {
    roles.tags().remove(roles.get(caller, request.roleName()).arn(), request.tagKeys());
    return UntagRoleResponse.builder().build();
  }
}
