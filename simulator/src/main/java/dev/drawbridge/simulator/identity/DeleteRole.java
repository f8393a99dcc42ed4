package dev.drawbridge.simulator.identity;

import dev.drawbridge.simulator.call.Caller;
import dev.drawbridge.simulator.operation.Operation;
import dev.drawbridge.simulator.operation.ServiceError;
import software.amazon.awssdk.services.iam.model.DeleteRoleRequest;
import software.amazon.awssdk.services.iam.model.DeleteRoleResponse;

/** Deletes a role that has no policies any more. */
record DeleteRole(Roles roles) implements Operation<DeleteRoleRequest, DeleteRoleResponse> {
  @Override
  public DeleteRoleResponse handle(DeleteRoleRequest request, Caller caller) {
    Role role = roles.get(caller, request.roleName());
    if (!role.inline().isEmpty()) {
      throw conflict("Cannot delete entity, must delete policies first.");
    }
    if (!role.attached().isEmpty()) {
      throw conflict("Cannot delete entity, must detach all policies first.");
    }
    roles.remove(role);
    return DeleteRoleResponse.builder().build();
  }

  private static ServiceError conflict(String message) {
    return ServiceError.of(409, "DeleteConflict", message);
  }
}
