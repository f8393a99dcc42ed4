package dev.drawbridge.simulator.ec2;

import dev.drawbridge.simulator.call.Caller;
import dev.drawbridge.simulator.operation.Operation;
import software.amazon.awssdk.services.ec2.model.RevokeSecurityGroupIngressRequest;
import software.amazon.awssdk.services.ec2.model.RevokeSecurityGroupIngressResponse;

record RevokeSecurityGroupIngress(SecurityRules rules)
    implements Operation<RevokeSecurityGroupIngressRequest, RevokeSecurityGroupIngressResponse> {
  @Override
  public RevokeSecurityGroupIngressResponse handle(
      RevokeSecurityGroupIngressRequest request, Caller caller) {
    RuleChange change =
        new RuleChange(
            request.dryRun(),
            request.groupId(),
            false,
            request.ipPermissions(),
            new RuleRequest.Flat(
                request.ipProtocol(), request.fromPort(), request.toPort(), request.cidrIp()),
            request.securityGroupRuleIds());
    return RevokeSecurityGroupIngressResponse.builder()
        .returnValue(true)
        .revokedSecurityGroupRules(rules.revoke(caller, change))
        .build();
  }
}
