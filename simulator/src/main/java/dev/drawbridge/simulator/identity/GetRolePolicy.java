package dev.drawbridge.simulator.identity;

import dev.drawbridge.simulator.call.Caller;
import dev.drawbridge.simulator.operation.Operation;
import software.amazon.awssdk.services.iam.model.GetRolePolicyRequest;
import software.amazon.awssdk.services.iam.model.GetRolePolicyResponse;

/** Shows an inline policy. */
record GetRolePolicy(Roles roles)
    implements Operation<GetRolePolicyRequest, GetRolePolicyResponse> {
  @Override
  public GetRolePolicyResponse handle(GetRolePolicyRequest request, Caller caller) {
    Role role = roles.get(caller, request.roleName());
    String document = role.inline().get(request.policyName());
    if (document == null) {
      throw Roles.missing(
          "The role policy with name %s cannot be found.".formatted(request.policyName()));
    }
    return GetRolePolicyResponse.builder()
        .roleName(role.name())
        .policyName(request.policyName())
        .policyDocument(Roles.encoded(document))
        .build();
  }
}
