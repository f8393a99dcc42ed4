package dev.drawbridge.simulator.identity;

import dev.drawbridge.simulator.call.Caller;
import dev.drawbridge.simulator.operation.Operation;
import java.util.List;
import software.amazon.awssdk.services.iam.model.ListInstanceProfilesForRoleRequest;
import software.amazon.awssdk.services.iam.model.ListInstanceProfilesForRoleResponse;

/** There are no instance profiles here: nothing runs on EC2 instances. */
record ListInstanceProfilesForRole(Roles roles)
    implements Operation<ListInstanceProfilesForRoleRequest, ListInstanceProfilesForRoleResponse> {
  @Override
  public ListInstanceProfilesForRoleResponse handle(
      ListInstanceProfilesForRoleRequest request, Caller caller) {
    roles.get(caller, request.roleName());
    return ListInstanceProfilesForRoleResponse.builder()
        .instanceProfiles(List.of())
        .isTruncated(false)
        .build();
  }
}
