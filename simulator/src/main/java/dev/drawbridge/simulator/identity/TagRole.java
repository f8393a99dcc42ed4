package dev.drawbridge.simulator.identity;

import dev.drawbridge.simulator.call.Caller;
import dev.drawbridge.simulator.operation.Operation;
import software.amazon.awssdk.services.iam.model.TagRoleRequest;
import software.amazon.awssdk.services.iam.model.TagRoleResponse;

/** Adds tags to a role. */
record TagRole(Roles roles) implements Operation<TagRoleRequest, TagRoleResponse> {
  @Override
  public TagRoleResponse handle(TagRoleRequest request, Caller caller) {
    roles.tags().put(roles.get(caller, request.roleName()).arn(), RoleShapes.tags(request.tags()));
    return TagRoleResponse.builder().build();
  }
}
