package dev.drawbridge.simulator.ec2;

import dev.drawbridge.simulator.call.Caller;
import dev.drawbridge.simulator.operation.Operation;
import dev.drawbridge.simulator.operation.ServiceError;
import java.util.Optional;
import software.amazon.awssdk.services.ec2.model.ModifySecurityGroupRulesRequest;
import software.amazon.awssdk.services.ec2.model.ModifySecurityGroupRulesResponse;
import software.amazon.awssdk.services.ec2.model.SecurityGroupRuleRequest;
import software.amazon.awssdk.services.ec2.model.SecurityGroupRuleUpdate;

record ModifySecurityGroupRules(Ec2State state, SecurityRules rules)
    implements Operation<ModifySecurityGroupRulesRequest, ModifySecurityGroupRulesResponse> {
  @Override
  public ModifySecurityGroupRulesResponse handle(
      ModifySecurityGroupRulesRequest request, Caller caller) {
    DryRun.check(request.dryRun());
    SecurityGroupRecord group = rules.group(request.groupId(), caller);
    request.securityGroupRules().stream()
        .map(update -> changed(group, update, caller))
        .toList()
        .forEach(state.rules::put);
    state.network.changes().happened();
    return ModifySecurityGroupRulesResponse.builder().returnValue(true).build();
  }

  private Rule changed(SecurityGroupRecord group, SecurityGroupRuleUpdate update, Caller caller) {
    Rule old = state.rules.require(update.securityGroupRuleId(), caller);
    if (!old.groupId().equals(group.id())) {
      throw state.rules.missing(old.id());
    }
    SecurityGroupRuleRequest wanted = update.securityGroupRule();
    return new Rule(
        old.id(),
        old.owner(),
        old.groupId(),
        RuleRequest.traffic(
            old.traffic().egress(),
            wanted.ipProtocol(),
            wanted.fromPort(),
            wanted.toPort(),
            source(wanted, caller)),
        Optional.ofNullable(wanted.description()).orElse(""));
  }

  private Rule.Source source(SecurityGroupRuleRequest wanted, Caller caller) {
    if (wanted.cidrIpv4() != null) {
      return RuleRequest.addresses(wanted.cidrIpv4());
    }
    if (wanted.cidrIpv6() != null) {
      return new Rule.Ipv6Addresses(RuleShape.ipv6(wanted.cidrIpv6()));
    }
    if (wanted.referencedGroupId() != null) {
      return RuleRequest.members(state, caller, null, wanted.referencedGroupId());
    }
    if (wanted.prefixListId() != null) {
      return new Rule.Listed(state.prefixLists.require(wanted.prefixListId(), caller));
    }
    throw ServiceError.client("InvalidParameterCombination", "Exactly one source must be given.");
  }
}
