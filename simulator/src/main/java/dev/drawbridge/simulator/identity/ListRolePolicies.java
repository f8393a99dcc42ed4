package dev.drawbridge.simulator.identity;

import dev.drawbridge.simulator.call.Caller;
import dev.drawbridge.simulator.operation.Operation;
import software.amazon.awssdk.services.iam.model.ListRolePoliciesRequest;
import software.amazon.awssdk.services.iam.model.ListRolePoliciesResponse;

/** Lists the names of inline policies. */
record ListRolePolicies(Roles roles)
    implements Operation<ListRolePoliciesRequest, ListRolePoliciesResponse> {
  @Override
  public ListRolePoliciesResponse handle(ListRolePoliciesRequest request, Caller caller) {
    return ListRolePoliciesResponse.builder()
        .policyNames(roles.get(caller, request.roleName()).inline().keySet())
        .isTruncated(false)
        .build();
  }
}
