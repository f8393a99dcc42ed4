package dev.drawbridge.simulator.identity;

import dev.drawbridge.simulator.call.Caller;
import dev.drawbridge.simulator.operation.Operation;
import dev.drawbridge.simulator.operation.ServiceError;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import software.amazon.awssdk.services.iam.model.CreateRoleRequest;
import software.amazon.awssdk.services.iam.model.CreateRoleResponse;

/** Makes a role; it may do what its policies say. */
record CreateRole(Roles roles) implements Operation<CreateRoleRequest, CreateRoleResponse> {
  @Override
  public CreateRoleResponse handle(CreateRoleRequest request, Caller caller) {
    if (roles.has(caller, request.roleName())) {
      throw ServiceError.of(
          409,
          "EntityAlreadyExists",
          "Role with name %s already exists.".formatted(request.roleName()));
    }
    String path = Optional.ofNullable(request.path()).orElse("/");
    Role role =
        new Role(
            request.roleName(),
            path,
            "arn:%s:iam::%s:role%s%s"
                .formatted(caller.partition(), caller.account(), path, request.roleName()),
            roles.newId(),
            PolicyDocuments.checkedTrust(request.assumeRolePolicyDocument()),
            Optional.ofNullable(request.description()).orElse(""),
            Optional.ofNullable(request.maxSessionDuration()).orElse(3600),
            roles.scheduler().now(),
            Map.of(),
            Set.of());
    roles.put(role);
    roles.tags().put(role.arn(), RoleShapes.tags(request.tags()));
    return CreateRoleResponse.builder()
        .role(RoleShapes.shape(role, roles.tags().of(role.arn())))
        .build();
  }
}
