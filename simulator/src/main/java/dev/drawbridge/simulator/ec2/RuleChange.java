package dev.drawbridge.simulator.ec2;

import dev.drawbridge.simulator.operation.ServiceError;
import java.util.List;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.ec2.model.IpPermission;

/**
 * What the four operations Authorize and Revoke, Ingress and Egress, have in common in their
 * requests.
 *
 * @param egress whether the outbound rules are changed
 * @param flat the old form of one rule
 * @param ruleIds rules to revoke by their ids; empty to authorize
 */
record RuleChange(
    @Nullable Boolean dryRun,
    @Nullable String groupId,
    boolean egress,
    List<IpPermission> permissions,
    RuleRequest.Flat flat,
    List<String> ruleIds) {

  /**
   * One form of permissions or the other, or the rules' ids, but something.
   *
   * @throws ServiceError MissingParameter, InvalidParameterCombination
   */
  void check() {
    if (flat.given() && !permissions.isEmpty()) {
      throw ServiceError.client(
          "InvalidParameterCombination",
          "The parameter 'ipPermissions' may not be used in combination with 'ipProtocol'");
    }
    if (!ruleIds.isEmpty() && (flat.given() || !permissions.isEmpty())) {
      throw ServiceError.client(
          "InvalidParameterCombination",
          "The parameter 'ipPermissions' may not be used in combination with"
              + " 'securityGroupRuleIds'");
    }
    if (flat.given() && flat.protocol() == null) {
      throw RuleShape.missing("The request must contain the parameter ipProtocol");
    }
    if (!flat.given() && permissions.isEmpty() && ruleIds.isEmpty()) {
      throw RuleShape.missing(
          "The request must contain the parameter ipPermissions, or securityGroupRuleIds to revoke");
    }
  }
}
