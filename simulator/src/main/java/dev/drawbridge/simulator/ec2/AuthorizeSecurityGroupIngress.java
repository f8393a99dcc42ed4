package dev.drawbridge.simulator.ec2;

import dev.drawbridge.simulator.call.Caller;
import dev.drawbridge.simulator.operation.Operation;
import java.util.List;
import software.amazon.awssdk.services.ec2.model.AuthorizeSecurityGroupIngressRequest;
import software.amazon.awssdk.services.ec2.model.AuthorizeSecurityGroupIngressResponse;

record AuthorizeSecurityGroupIngress(Ec2State state, SecurityRules rules)
    implements Operation<
        AuthorizeSecurityGroupIngressRequest, AuthorizeSecurityGroupIngressResponse> {
  @Override
  public AuthorizeSecurityGroupIngressResponse handle(
      AuthorizeSecurityGroupIngressRequest request, Caller caller) {
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
    List<Rule> added = rules.authorize(group, requests, request.tagSpecifications());
    return AuthorizeSecurityGroupIngressResponse.builder()
        .returnValue(true)
        .securityGroupRules(added.stream().map(new RuleShapes(state)::rule).toList())
        .build();
  }
}
