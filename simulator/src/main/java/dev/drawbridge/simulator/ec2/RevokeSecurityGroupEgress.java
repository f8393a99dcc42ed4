package dev.drawbridge.simulator.ec2;

import dev.drawbridge.simulator.call.Caller;
import dev.drawbridge.simulator.operation.Operation;
import software.amazon.awssdk.services.ec2.model.RevokeSecurityGroupEgressRequest;
import software.amazon.awssdk.services.ec2.model.RevokeSecurityGroupEgressResponse;

record RevokeSecurityGroupEgress(SecurityRules rules)
    implements Operation<RevokeSecurityGroupEgressRequest, RevokeSecurityGroupEgressResponse> {
  @Override
  public RevokeSecurityGroupEgressResponse handle(
      RevokeSecurityGroupEgressRequest request, Caller caller) {
    RuleChange change =
        new RuleChange(
            request.dryRun(),
            request.groupId(),
            true,
            request.ipPermissions(),
            new RuleRequest.Flat(
                request.ipProtocol(), request.fromPort(), request.toPort(), request.cidrIp()),
            request.securityGroupRuleIds());
    return RevokeSecurityGroupEgressResponse.builder()
        .returnValue(true)
        .revokedSecurityGroupRules(rules.revoke(caller, change))
        .build();
  }
}
