package dev.drawbridge.simulator.ec2;

import dev.drawbridge.simulator.call.Caller;
import dev.drawbridge.simulator.operation.Operation;
import java.util.List;
import software.amazon.awssdk.services.ec2.model.AuthorizeSecurityGroupEgressRequest;
import software.amazon.awssdk.services.ec2.model.AuthorizeSecurityGroupEgressResponse;

record AuthorizeSecurityGroupEgress(Ec2State state, SecurityRules rules)
    implements Operation<
        AuthorizeSecurityGroupEgressRequest, AuthorizeSecurityGroupEgressResponse> {
  @Override
  public AuthorizeSecurityGroupEgressResponse handle(
      AuthorizeSecurityGroupEgressRequest request, Caller caller) {
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
    List<Rule> added = rules.authorize(group, requests, request.tagSpecifications());
    return AuthorizeSecurityGroupEgressResponse.builder()
        .returnValue(true)
        .securityGroupRules(added.stream().map(new RuleShapes(state)::rule).toList())
        .build();
  }
}
