package dev.drawbridge.simulator.identity;

import dev.drawbridge.simulator.call.Caller;
import dev.drawbridge.simulator.operation.Operation;
import software.amazon.awssdk.services.iam.model.GetRoleRequest;
import software.amazon.awssdk.services.iam.model.GetRoleResponse;

/** Describes a role. */
record GetRole(Roles roles) implements Operation<GetRoleRequest, GetRoleResponse> {
  @Override
  public GetRoleResponse handle(GetRoleRequest request, Caller caller) {
    Role role = roles.get(caller, request.roleName());
    return GetRoleResponse.builder()
        .role(RoleShapes.shape(role, roles.tags().of(role.arn())))
        .build();
  }
}
