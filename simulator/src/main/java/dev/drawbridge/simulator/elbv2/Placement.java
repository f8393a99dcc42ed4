package dev.drawbridge.simulator.elbv2;

import dev.drawbridge.simulator.ec2.NetworkInterfaceRecord;
import dev.drawbridge.simulator.network.Attachment;
import dev.drawbridge.simulator.network.Peer;
import java.util.List;
import java.util.Optional;

/** Which nodes of a load balancer serve a target, and whether its rules let them. */
record Placement(ElbState state) {

  /** The id of the availability zone that the target's address lies in. */
  Optional<String> zoneIdOf(RegisteredTarget target) {
    return state.ec2.subnetOf(target.key().ip()).map(subnet -> subnet.zone().id());
  }

  /** Whether the load balancer serves the target: else it is {@code unused}. */
  boolean inUse(RegisteredTarget target) {
    String groupArn = target.key().groupArn();
    return state
        .loadBalancerOf(groupArn)
        .filter(loadBalancer -> zoneIdOf(target).map(loadBalancer::covers).orElse(true))
        .isPresent();
  }

  /** The nodes that may send the target connections, and therefore check it. */
  List<NetworkInterfaceRecord> nodes(
      LoadBalancerRecord loadBalancer, TargetGroupRecord group, RegisteredTarget target) {
    String zoneId = zoneIdOf(target).orElse("");
    return loadBalancer.nodes().stream()
        .filter(node -> group.crossZone(loadBalancer) || node.subnet().zone().id().equals(zoneId))
        .toList();
  }

  /**
   * Whether a health check from the node comes through. It obeys the load balancer's outbound rules
   * and matches a reference to its groups (AWS, "Update the security groups for your Network Load
   * Balancer").
   */
  boolean reaches(
      LoadBalancerRecord loadBalancer, NetworkInterfaceRecord node, String ip, int port) {
    var fabric = state.ec2.fabric();
    if (fabric.vpcOf(ip).filter(loadBalancer.vpcId()::equals).isEmpty()) {
      return false;
    }
    List<String> targetGroups = fabric.at(ip).map(Attachment::groups).orElse(List.of());
    boolean leaves =
        loadBalancer.groups().isEmpty()
            || fabric.admitsOutbound(loadBalancer.groups(), new Peer(ip, targetGroups), port);
    boolean enters =
        fabric.at(ip).isEmpty()
            || fabric.admitsInbound(
                targetGroups, new Peer(node.privateIp(), loadBalancer.groups()), port);
    return leaves && enters && state.probe.connects(node.privateIp(), ip, port);
  }
}
