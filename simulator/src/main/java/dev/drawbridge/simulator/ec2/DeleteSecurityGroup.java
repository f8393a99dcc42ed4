package dev.drawbridge.simulator.ec2;

import dev.drawbridge.simulator.call.Caller;
import dev.drawbridge.simulator.operation.Operation;
import dev.drawbridge.simulator.operation.ServiceError;
import software.amazon.awssdk.services.ec2.model.DeleteSecurityGroupRequest;
import software.amazon.awssdk.services.ec2.model.DeleteSecurityGroupResponse;

/**
 * Refused while an interface is in the group or another group's rule refers to it (AWS, "Delete a
 * security group").
 */
record DeleteSecurityGroup(Ec2State state, SecurityRules rules)
    implements Operation<DeleteSecurityGroupRequest, DeleteSecurityGroupResponse> {
  @Override
  public DeleteSecurityGroupResponse handle(DeleteSecurityGroupRequest request, Caller caller) {
    DryRun.check(request.dryRun());
    SecurityGroupRecord group = rules.group(request.groupId(), caller);
    if (group.name().equals("default")) {
      throw ServiceError.client(
          "CannotDelete",
          "the specified group: \"%s\" name: \"default\" cannot be deleted by a user"
              .formatted(group.id()));
    }
    if (inUse(group)) {
      throw ServiceError.client(
          "DependencyViolation", "resource %s has a dependent object".formatted(group.id()));
    }
    state.rules.where(rule -> rule.groupId().equals(group.id())).forEach(rules::remove);
    state.groups.remove(group.id());
    state.tags.removeAll(group.id());
    return DeleteSecurityGroupResponse.builder().returnValue(true).groupId(group.id()).build();
  }

  private boolean inUse(SecurityGroupRecord group) {
    boolean attached =
        !state.interfaces.where(each -> each.groups().contains(group.id())).isEmpty();
    boolean referenced =
        !state
            .rules
            .where(
                rule ->
                    !rule.groupId().equals(group.id())
                        && rule.traffic().source() instanceof Rule.Members members
                        && members.groupId().equals(group.id()))
            .isEmpty();
    return attached || referenced;
  }
}
