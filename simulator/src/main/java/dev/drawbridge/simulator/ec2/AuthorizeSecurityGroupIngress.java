package dev.drawbridge.simulator.ec2;

import dev.drawbridge.simulator.call.Caller;
import dev.drawbridge.simulator.operation.Operation;
import java.util.List;
import software.amazon.awssdk.services.ec2.model.AuthorizeSecurityGroupIngressRequest;
import software.amazon.awssdk.services.ec2.model.AuthorizeSecurityGroupIngressResponse;

record AuthorizeSecurityGroupIngress(SecurityRules rules)
    implements Operation<
        AuthorizeSecurityGroupIngressRequest, AuthorizeSecurityGroupIngressResponse> {
  @Override
  public AuthorizeSecurityGroupIngressResponse handle(
      AuthorizeSecurityGroupIngressRequest request, Caller caller) {
    RuleChange change =
        new RuleChange(
            request.dryRun(),
            request.groupId(),
            false,
            request.ipPermissions(),
            new RuleRequest.Flat(
                request.ipProtocol(), request.fromPort(), request.toPort(), request.cidrIp()),
            List.of());
    return AuthorizeSecurityGroupIngressResponse.builder()
        .returnValue(true)
        .securityGroupRules(rules.authorize(caller, change, request.tagSpecifications()))
        .build();
  }
}
