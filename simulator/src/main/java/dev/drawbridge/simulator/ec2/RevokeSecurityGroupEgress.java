package dev.drawbridge.simulator.ec2;

import dev.drawbridge.simulator.call.Caller;
import dev.drawbridge.simulator.operation.Operation;
import java.util.List;
import software.amazon.awssdk.services.ec2.model.RevokeSecurityGroupEgressRequest;
import software.amazon.awssdk.services.ec2.model.RevokeSecurityGroupEgressResponse;

record RevokeSecurityGroupEgress(Ec2State state, SecurityRules rules)
    implements Operation<RevokeSecurityGroupEgressRequest, RevokeSecurityGroupEgressResponse> {
  @Override
  public RevokeSecurityGroupEgressResponse handle(
      RevokeSecurityGroupEgressRequest request, Caller caller) {
    DryRun.check(request.dryRun());
    SecurityGroup group = rules.group(request.groupId(), caller);
    List<RuleRequest> requests =
        RuleRequest.read(
            state,
            caller,
            true,
            request.ipPermissions(),
            new RuleRequest.Flat(
                request.ipProtocol(), request.fromPort(), request.toPort(), request.cidrIp()));
    List<Rule> revoked = rules.revoke(group, true, requests, request.securityGroupRuleIds());
    return RevokeSecurityGroupEgressResponse.builder()
        .returnValue(true)
        .revokedSecurityGroupRules(revoked.stream().map(new RuleShapes(state)::revoked).toList())
        .build();
  }
}
