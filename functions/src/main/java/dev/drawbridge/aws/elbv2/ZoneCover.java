package dev.drawbridge.aws.elbv2;

import dev.drawbridge.model.Database;
import dev.drawbridge.model.Subnet;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import software.amazon.awssdk.services.elasticloadbalancingv2.ElasticLoadBalancingV2Client;
import software.amazon.awssdk.services.elasticloadbalancingv2.model.AvailabilityZone;
import software.amazon.awssdk.services.elasticloadbalancingv2.model.ElasticLoadBalancingV2Exception;
import software.amazon.awssdk.services.elasticloadbalancingv2.model.LoadBalancer;

/** The zones that a subnet group has got since its load balancer was made; none is taken away. */
record ZoneCover(ElasticLoadBalancingV2Client elb) {
  /**
   * Adds them one by one. What AWS refuses is left out: the path stands without, and a rule or a
   * listener that somebody has removed must not wait for it. A look tells people of the zone.
   *
   * @return what was left out, and what AWS said
   */
  List<String> add(LoadBalancer found, Database database) {
    Set<String> covered =
        new TreeSet<>(found.availabilityZones().stream().map(AvailabilityZone::zoneName).toList());
    List<String> subnets =
        new ArrayList<>(
            found.availabilityZones().stream().map(AvailabilityZone::subnetId).toList());
    List<String> leftOut = new ArrayList<>();
    for (Subnet subnet : database.loadBalancerSubnets()) {
      if (covered.contains(subnet.zone())) {
        continue;
      }
      subnets.add(subnet.id());
      try {
        elb.setSubnets(r -> r.loadBalancerArn(found.loadBalancerArn()).subnets(subnets));
        covered.add(subnet.zone());
      } catch (ElasticLoadBalancingV2Exception refused) {
        if (!ZoneRefusal.of(refused, subnet)) {
          throw refused;
        }
        subnets.removeLast();
        leftOut.add("%s: %s".formatted(subnet.zone(), ZoneRefusal.words(refused)));
      }
    }
    return leftOut;
  }
}
