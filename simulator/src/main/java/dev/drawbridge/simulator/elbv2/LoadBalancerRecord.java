package dev.drawbridge.simulator.elbv2;

import dev.drawbridge.simulator.call.Caller;
import dev.drawbridge.simulator.ec2.NetworkInterfaceRecord;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import software.amazon.awssdk.services.elasticloadbalancingv2.model.CreateLoadBalancerRequest;

/**
 * A Network Load Balancer.
 *
 * @param arn {@code .../loadbalancer/net/NAME/16 hexadecimal digits}
 * @param origin the request that made it: the same again is answered with the same load balancer
 * @param groups its security groups' ids; one made without any can never get one
 * @param enforced whether inbound rules are applied to PrivateLink traffic
 * @param nodes the interface of its node in each zone
 * @param active whether it has left {@code provisioning}
 */
record LoadBalancerRecord(
    String arn,
    Caller owner,
    CreateLoadBalancerRequest origin,
    String vpcId,
    List<String> groups,
    boolean enforced,
    List<NetworkInterfaceRecord> nodes,
    boolean active,
    Instant created,
    Map<String, String> attributes)
    implements Resource {

  LoadBalancerRecord {
    groups = List.copyOf(groups);
    nodes = List.copyOf(nodes);
  }

  @Override
  public String name() {
    return origin.name();
  }

  String dnsName() {
    return "%s-%s.elb.%s.amazonaws.com".formatted(name(), suffix(), owner.region());
  }

  /** The last part of the ARN. */
  String suffix() {
    return arn.substring(arn.lastIndexOf('/') + 1);
  }

  boolean crossZone() {
    return "true".equals(attributes.get("load_balancing.cross_zone.enabled"));
  }

  boolean zonalShift() {
    return "true".equals(attributes.get("zonal_shift.config.enabled"));
  }

  boolean covers(String zoneId) {
    return nodes.stream().anyMatch(node -> node.subnet().zone().id().equals(zoneId));
  }

  LoadBalancerRecord activated() {
    return with(groups, enforced, nodes, true, attributes);
  }

  LoadBalancerRecord withGroups(List<String> others, boolean enforces) {
    return with(others, enforces, nodes, active, attributes);
  }

  LoadBalancerRecord withNodes(List<NetworkInterfaceRecord> others) {
    return with(groups, enforced, others, active, attributes);
  }

  LoadBalancerRecord withAttributes(Map<String, String> others) {
    return with(groups, enforced, nodes, active, others);
  }

  private LoadBalancerRecord with(
      List<String> someGroups,
      boolean enforces,
      List<NetworkInterfaceRecord> someNodes,
      boolean isActive,
      Map<String, String> someAttributes) {
    return new LoadBalancerRecord(
        arn,
        owner,
        origin,
        vpcId,
        someGroups,
        enforces,
        someNodes,
        isActive,
        created,
        someAttributes);
  }
}
