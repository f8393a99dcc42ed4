package dev.drawbridge.simulator.elbv2;

import dev.drawbridge.simulator.call.Caller;
import dev.drawbridge.simulator.elbv2.Throttle.Bucket;
import dev.drawbridge.simulator.operation.Operation;
import dev.drawbridge.simulator.operation.ServiceError;
import java.util.List;
import java.util.Optional;
import software.amazon.awssdk.services.elasticloadbalancingv2.model.SetSecurityGroupsRequest;
import software.amazon.awssdk.services.elasticloadbalancingv2.model.SetSecurityGroupsResponse;

/** A load balancer made without a security group can never get one. */
record SetSecurityGroups(ElbState state, LoadBalancers loadBalancers)
    implements Operation<SetSecurityGroupsRequest, SetSecurityGroupsResponse> {
  @Override
  public SetSecurityGroupsResponse handle(SetSecurityGroupsRequest request, Caller caller) {
    state.throttle.take(Bucket.MUTATION, caller);
    LoadBalancerRecord loadBalancer =
        state.loadBalancers.require(request.loadBalancerArn(), caller);
    if (loadBalancer.groups().isEmpty()) {
      throw ServiceError.client(
          "InvalidConfigurationRequest",
          "Security groups cannot be associated with a load balancer that was created without any");
    }
    if (request.securityGroups().isEmpty()) {
      throw ServiceError.client(
          "InvalidConfigurationRequest", "At least one security group must be specified");
    }
    List<String> groups =
        loadBalancers.groups(caller, loadBalancer.vpcId(), request.securityGroups());
    boolean enforced =
        switch (Optional.ofNullable(
                request.enforceSecurityGroupInboundRulesOnPrivateLinkTrafficAsString())
            .orElse("")) {
          case "" -> loadBalancer.enforced();
          case "on" -> true;
          case "off" -> false;
          default -> throw ServiceError.client("ValidationError", "Enforcement must be on or off");
        };
    LoadBalancerRecord changed = loadBalancers.setGroups(loadBalancer, groups, enforced);
    return SetSecurityGroupsResponse.builder()
        .securityGroupIds(changed.groups())
        .enforceSecurityGroupInboundRulesOnPrivateLinkTraffic(Shapes.enforcement(enforced))
        .build();
  }
}
