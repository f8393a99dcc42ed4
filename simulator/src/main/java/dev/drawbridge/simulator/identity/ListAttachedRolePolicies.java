package dev.drawbridge.simulator.identity;

import dev.drawbridge.simulator.call.Caller;
import dev.drawbridge.simulator.operation.Operation;
import software.amazon.awssdk.services.iam.model.AttachedPolicy;
import software.amazon.awssdk.services.iam.model.ListAttachedRolePoliciesRequest;
import software.amazon.awssdk.services.iam.model.ListAttachedRolePoliciesResponse;

/** Lists managed policies. */
record ListAttachedRolePolicies(Roles roles)
    implements Operation<ListAttachedRolePoliciesRequest, ListAttachedRolePoliciesResponse> {
  @Override
  public ListAttachedRolePoliciesResponse handle(
      ListAttachedRolePoliciesRequest request, Caller caller) {
    return ListAttachedRolePoliciesResponse.builder()
        .attachedPolicies(
            roles.get(caller, request.roleName()).attached().stream()
                .map(
                    arn ->
                        AttachedPolicy.builder()
                            .policyArn(arn)
                            .policyName(arn.substring(arn.lastIndexOf('/') + 1))
                            .build())
                .toList())
        .isTruncated(false)
        .build();
  }
}
