package dev.drawbridge.simulator.identity;

import dev.drawbridge.simulator.call.Caller;
import dev.drawbridge.simulator.iam.Authorization;
import dev.drawbridge.simulator.iam.Decision;
import dev.drawbridge.simulator.iam.Policy;
import dev.drawbridge.simulator.operation.Operation;
import java.util.List;
import java.util.Optional;
import java.util.function.BiFunction;
import software.amazon.awssdk.services.iam.model.EvaluationResult;
import software.amazon.awssdk.services.iam.model.PolicyEvaluationDecisionType;
import software.amazon.awssdk.services.iam.model.SimulatePrincipalPolicyRequest;
import software.amazon.awssdk.services.iam.model.SimulatePrincipalPolicyResponse;

/**
 * Tells beforehand what a role may do. Of the request's context nothing is looked at, so that a
 * grant with a condition is none.
 *
 * @param policies by account and name of the role; empty for one that may do everything
 */
record SimulatePrincipalPolicy(Roles roles, BiFunction<String, String, Optional<Policy>> policies)
    implements Operation<SimulatePrincipalPolicyRequest, SimulatePrincipalPolicyResponse> {

  @Override
  public SimulatePrincipalPolicyResponse handle(
      SimulatePrincipalPolicyRequest request, Caller caller) {
    String arn = request.policySourceArn();
    Role role = roles.get(caller, arn.substring(arn.lastIndexOf('/') + 1));
    Optional<Policy> policy = policies.apply(caller.account(), role.name());
    List<String> resources =
        request.resourceArns().isEmpty() ? List.of("*") : request.resourceArns();
    return SimulatePrincipalPolicyResponse.builder()
        .isTruncated(false)
        .evaluationResults(
            request.actionNames().stream()
                .flatMap(
                    action ->
                        resources.stream().map(resource -> Authorization.of(action).on(resource)))
                .map(asked -> result(asked, policy))
                .toList())
        .build();
  }

  private static EvaluationResult result(Authorization asked, Optional<Policy> policy) {
    Decision decision = policy.map(each -> each.judge(asked)).orElse(Decision.ALLOWED);
    return EvaluationResult.builder()
        .evalActionName(asked.action())
        .evalResourceName(asked.resource())
        .evalDecision(
            switch (decision) {
              case ALLOWED -> PolicyEvaluationDecisionType.ALLOWED;
              case DENIED -> PolicyEvaluationDecisionType.IMPLICIT_DENY;
              case EXPLICITLY_DENIED -> PolicyEvaluationDecisionType.EXPLICIT_DENY;
            })
        .build();
  }
}
