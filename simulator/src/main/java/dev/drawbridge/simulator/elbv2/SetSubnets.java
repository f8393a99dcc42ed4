package dev.drawbridge.simulator.elbv2;

import dev.drawbridge.simulator.call.Caller;
import dev.drawbridge.simulator.ec2.SubnetRecord;
import dev.drawbridge.simulator.elbv2.Throttle.Bucket;
import dev.drawbridge.simulator.operation.Operation;
import dev.drawbridge.simulator.operation.ServiceError;
import java.util.List;
import software.amazon.awssdk.services.elasticloadbalancingv2.model.SetSubnetsRequest;
import software.amazon.awssdk.services.elasticloadbalancingv2.model.SetSubnetsResponse;

record SetSubnets(ElbState state, LoadBalancers loadBalancers, Registrations registrations)
    implements Operation<SetSubnetsRequest, SetSubnetsResponse> {
  @Override
  public SetSubnetsResponse handle(SetSubnetsRequest request, Caller caller) {
    state.throttle.take(Bucket.CREATION, caller);
    LoadBalancerRecord loadBalancer =
        state.loadBalancers.require(request.loadBalancerArn(), caller);
    List<SubnetRecord> subnets =
        loadBalancers.subnets(caller, request.subnets(), request.subnetMappings());
    if (!subnets.getFirst().vpcId().equals(loadBalancer.vpcId())) {
      throw ServiceError.client("InvalidSubnet", "The subnets are not of the load balancer's VPC");
    }
    checkNoneServed(loadBalancer, subnets);
    LoadBalancerRecord changed =
        loadBalancers.placeNodes(loadBalancer, subnets, request.subnetMappings());
    registrations.zonesChanged(
        state.listeners.where(each -> each.loadBalancerArn().equals(changed.arn())).stream()
            .flatMap(listener -> listener.forward().stream())
            .map(ListenerRecord.Share::targetGroupArn)
            .distinct()
            .toList());
    return SetSubnetsResponse.builder()
        .availabilityZones(Shapes.zones(changed))
        .ipAddressType("ipv4")
        .build();
  }

  /**
   * "You can't remove a subnet if the Network Load Balancer has active Amazon VPC endpoint
   * associations" (Update the Availability Zones for your Network Load Balancer); code and wording
   * are UNCONFIRMED.
   */
  private void checkNoneServed(LoadBalancerRecord loadBalancer, List<SubnetRecord> subnets) {
    boolean removes =
        loadBalancer.nodes().stream().anyMatch(node -> !subnets.contains(node.subnet()));
    if (removes && state.ec2.servesEndpointsOver(loadBalancer.arn())) {
      throw ServiceError.client(
          "InvalidConfigurationRequest",
          "You can't remove a subnet from load balancer '%s', which has active VPC endpoint"
                  .formatted(loadBalancer.arn())
              + " associations");
    }
  }
}
