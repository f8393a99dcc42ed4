package dev.drawbridge.simulator.ec2;

import dev.drawbridge.simulator.call.Caller;
import dev.drawbridge.simulator.operation.Operation;
import java.util.List;
import software.amazon.awssdk.services.ec2.model.AuthorizeSecurityGroupEgressRequest;
import software.amazon.awssdk.services.ec2.model.AuthorizeSecurityGroupEgressResponse;

record AuthorizeSecurityGroupEgress(SecurityRules rules)
    implements Operation<
        AuthorizeSecurityGroupEgressRequest, AuthorizeSecurityGroupEgressResponse> {
  @Override
  public AuthorizeSecurityGroupEgressResponse handle(
      AuthorizeSecurityGroupEgressRequest request, Caller caller) {
    RuleChange change =
        new RuleChange(
            request.dryRun(),
            request.groupId(),
            true,
            request.ipPermissions(),
            new RuleRequest.Flat(
                request.ipProtocol(), request.fromPort(), request.toPort(), request.cidrIp()),
            List.of());
    return AuthorizeSecurityGroupEgressResponse.builder()
        .returnValue(true)
        .securityGroupRules(rules.authorize(caller, change, request.tagSpecifications()))
        .build();
  }
}
