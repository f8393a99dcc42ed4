package dev.drawbridge.simulator.ec2;

import dev.drawbridge.simulator.call.Caller;
import dev.drawbridge.simulator.operation.Operation;
import dev.drawbridge.simulator.operation.ServiceError;
import software.amazon.awssdk.services.ec2.model.CreateSecurityGroupRequest;
import software.amazon.awssdk.services.ec2.model.CreateSecurityGroupResponse;

record CreateSecurityGroup(Ec2State state)
    implements Operation<CreateSecurityGroupRequest, CreateSecurityGroupResponse> {
  @Override
  public CreateSecurityGroupResponse handle(CreateSecurityGroupRequest request, Caller caller) {
    DryRun.check(request.dryRun());
    check(request, caller);
    VpcRecord vpc = state.vpcs.require(request.vpcId(), caller);
    if (!state
        .groups
        .where(group -> group.vpcId().equals(vpc.id()) && group.name().equals(request.groupName()))
        .isEmpty()) {
      throw ServiceError.client(
          "InvalidGroup.Duplicate",
          "The security group '%s' already exists for VPC '%s'"
              .formatted(request.groupName(), vpc.id()));
    }
    SecurityGroupRecord made =
        new VpcBuilder(state).securityGroup(vpc, request.groupName(), request.description());
    state.tags.put(made.id(), request.tagSpecifications());
    return CreateSecurityGroupResponse.builder()
        .groupId(made.id())
        .securityGroupArn(made.owner().arn("ec2", "security-group/" + made.id()))
        .tags(state.tags.shapes(made.id()))
        .build();
  }

  private void check(CreateSecurityGroupRequest request, Caller caller) {
    if (request.vpcId() == null) {
      throw ServiceError.client("VPCIdNotSpecified", "No default VPC for this user");
    }
    if (request.groupName() == null || request.groupName().isBlank()) {
      throw ServiceError.client(
          "MissingParameter", "The request must contain the parameter GroupName");
    }
    if (request.groupName().equals("default")) {
      throw ServiceError.client(
          "InvalidParameterValue", "Cannot use reserved security group name: default");
    }
    if (request.groupName().startsWith("sg-") || request.groupName().length() > 255) {
      throw ServiceError.client(
          "InvalidParameterValue",
          "Invalid value '%s' for groupName.".formatted(request.groupName()));
    }
    if (request.description() == null || request.description().isBlank()) {
      throw ServiceError.client(
          "MissingParameter", "The request must contain the parameter GroupDescription");
    }
    if (state.groups.of(caller).size() >= state.settings.quotas().groupsPerRegion()) {
      throw ServiceError.client(
          "SecurityGroupLimitExceeded", "The maximum number of security groups has been reached.");
    }
  }
}
