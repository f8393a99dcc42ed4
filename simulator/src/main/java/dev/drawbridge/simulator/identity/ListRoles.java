package dev.drawbridge.simulator.identity;

import dev.drawbridge.simulator.call.Caller;
import dev.drawbridge.simulator.operation.Operation;
import java.util.Map;
import software.amazon.awssdk.services.iam.model.ListRolesRequest;
import software.amazon.awssdk.services.iam.model.ListRolesResponse;

/** Lists the roles of the account. */
record ListRoles(Roles roles) implements Operation<ListRolesRequest, ListRolesResponse> {
  @Override
  public ListRolesResponse handle(ListRolesRequest request, Caller caller) {
    return ListRolesResponse.builder()
        .roles(roles.of(caller).stream().map(role -> RoleShapes.shape(role, Map.of())).toList())
        .isTruncated(false)
        .build();
  }
}
