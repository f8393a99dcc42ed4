package dev.drawbridge.simulator.identity;

import dev.drawbridge.simulator.call.Caller;
import dev.drawbridge.simulator.operation.Operation;
import software.amazon.awssdk.services.iam.model.ListRoleTagsRequest;
import software.amazon.awssdk.services.iam.model.ListRoleTagsResponse;

/** Lists the tags of a role. */
record ListRoleTags(Roles roles) implements Operation<ListRoleTagsRequest, ListRoleTagsResponse> {
  @Override
  public ListRoleTagsResponse handle(ListRoleTagsRequest request, Caller caller) {
    Role role = roles.get(caller, request.roleName());
    return ListRoleTagsResponse.builder()
        .tags(RoleShapes.tags(roles.tags().of(role.arn())))
        .isTruncated(false)
        .build();
  }
}
