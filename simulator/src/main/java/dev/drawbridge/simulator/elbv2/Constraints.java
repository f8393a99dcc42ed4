package dev.drawbridge.simulator.elbv2;

import dev.drawbridge.simulator.ec2.NetworkInterfaceRecord;
import dev.drawbridge.simulator.ec2.SubnetRecord;
import dev.drawbridge.simulator.operation.ServiceError;
import java.util.List;
import software.amazon.awssdk.services.elasticloadbalancingv2.model.SubnetMapping;

/** What a subnet must have for a node. */
record Constraints(ElbState state) {
  private static final int ADDRESSES = 8;

  /**
   * "You can't specify a subnet in a constrained Availability Zone" ("Update the Availability Zones
   * for your Network Load Balancer"). The code is that of the API reference, the wording that which
   * people report for application load balancers (widdix/mastodon-on-aws#13); which AWS answers for
   * a network load balancer is UNCONFIRMED.
   */
  void check(
      LoadBalancerRecord loadBalancer, List<SubnetRecord> subnets, List<SubnetMapping> mappings) {
    List<SubnetRecord> further =
        subnets.stream()
            .filter(
                subnet ->
                    loadBalancer.nodes().stream()
                        .map(NetworkInterfaceRecord::subnet)
                        .noneMatch(subnet::equals))
            .toList();
    further.forEach(this::checkZone);
    further.stream().filter(each -> !isChosen(each, mappings)).forEach(this::checkAddresses);
  }

  private void checkZone(SubnetRecord subnet) {
    String zone = subnet.zone().name();
    if (state.constrained.contains(zone)) {
      throw ServiceError.client(
          "AvailabilityZoneNotSupported",
          "The following Availability Zones %s cannot be associated with a load balancer. Please try a different Availability Zone."
              .formatted(zone));
    }
  }

  private static boolean isChosen(SubnetRecord subnet, List<SubnetMapping> mappings) {
    return mappings.stream()
        .anyMatch(each -> subnet.id().equals(each.subnetId()) && each.privateIPv4Address() != null);
  }

  /**
   * "Only required if you let Amazon select a private IPv4 address"; reported, aws/aws-rfdk#621.
   */
  private void checkAddresses(SubnetRecord subnet) {
    if (state.ec2.interfaces().free(subnet) < ADDRESSES) {
      throw ServiceError.client(
          "InvalidSubnet",
          "Not enough IP space available in %s. ELB requires at least %d free IP addresses in each subnet."
              .formatted(subnet.id(), ADDRESSES));
    }
  }
}
