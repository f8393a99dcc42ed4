package dev.drawbridge.simulator.ec2;

import dev.drawbridge.simulator.call.Caller;
import dev.drawbridge.simulator.operation.Operation;
import java.util.List;
import software.amazon.awssdk.services.ec2.model.RevokeSecurityGroupIngressRequest;
import software.amazon.awssdk.services.ec2.model.RevokeSecurityGroupIngressResponse;

record RevokeSecurityGroupIngress(Ec2State state, SecurityRules rules)
    implements Operation<RevokeSecurityGroupIngressRequest, RevokeSecurityGroupIngressResponse> {
  @Override
  public RevokeSecurityGroupIngressResponse handle(
      RevokeSecurityGroupIngressRequest request, Caller caller) {
    DryRun.check(request.dryRun());
    SecurityGroup group = rules.group(request.groupId(), caller);
    List<RuleRequest> requests =
        RuleRequest.read(
            state,
            caller,
            false,
            request.ipPermissions(),
            new RuleRequest.Flat(
                request.ipProtocol(), request.fromPort(), request.toPort(), request.cidrIp()));
    List<Rule> revoked = rules.revoke(group, false, requests, request.securityGroupRuleIds());
    return RevokeSecurityGroupIngressResponse.builder()
        .returnValue(true)
        .revokedSecurityGroupRules(revoked.stream().map(new RuleShapes(state)::revoked).toList())
        .build();
  }
}
