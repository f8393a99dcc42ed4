package dev.drawbridge.aws.elbv2;

import dev.drawbridge.error.Conflict;
import dev.drawbridge.model.Database;
import dev.drawbridge.model.Member;
import dev.drawbridge.model.Role;
import dev.drawbridge.model.Subnet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import software.amazon.awssdk.services.elasticloadbalancingv2.ElasticLoadBalancingV2Client;
import software.amazon.awssdk.services.elasticloadbalancingv2.model.ElasticLoadBalancingV2Exception;
import software.amazon.awssdk.services.elasticloadbalancingv2.model.IpAddressType;
import software.amazon.awssdk.services.elasticloadbalancingv2.model.LoadBalancerSchemeEnum;
import software.amazon.awssdk.services.elasticloadbalancingv2.model.LoadBalancerTypeEnum;

/**
 * A load balancer is ordered in every zone of its database's subnet group, or without one that AWS
 * has no room in and no instance is in. No call tells of such a zone beforehand.
 */
record BalancerOrders(ElasticLoadBalancingV2Client elb) {
  /**
   * Orders it. Calls: 1; where AWS refuses a zone 1 more, or 1 a zone if it does not say which.
   *
   * @return without which zone, in words; empty if in all
   * @throws Conflict if AWS refuses a zone in which an instance is
   */
  String make(String name, Database database, String securityGroupId) {
    List<Subnet> all = database.loadBalancerSubnets();
    requireWriters(database, all);
    try {
      order(name, database, database.loadBalancerSubnetIds(), securityGroupId);
      return "";
    } catch (ElasticLoadBalancingV2Exception refused) {
      if (!ZoneRefusal.ofOne(refused, all)) {
        throw refused;
      }
      List<Subnet> named = ZoneRefusal.named(refused, all);
      List<List<Subnet>> suspects =
          named.isEmpty() ? all.stream().map(List::of).toList() : List.of(named);
      return suspects.stream()
          .filter(left -> left.size() < all.size())
          .filter(left -> nobodyIn(left, database))
          .filter(left -> without(left, name, database, securityGroupId))
          .findFirst()
          .map(left -> ", without %s, which AWS refuses".formatted(zones(left)))
          .orElseThrow(() -> refusal(named.isEmpty() ? all : named, refused));
    }
  }

  /** Of a path that stood a zone may have been left out: not by the load balancer in its place. */
  private static void requireWriters(Database database, List<Subnet> subnets) {
    Set<String> zones = subnets.stream().map(Subnet::zone).collect(Collectors.toSet());
    database.members().stream()
        .filter(member -> member.role() == Role.WRITER && !member.zone().isEmpty())
        .filter(member -> !zones.contains(member.zone()))
        .findFirst()
        .ifPresent(
            member -> {
              throw new Conflict(
                  "zone %s, in which the writer %s is, has no private subnet for the load balancer; make one, then start again"
                      .formatted(member.zone(), member.identifier()));
            });
  }

  private static boolean nobodyIn(List<Subnet> left, Database database) {
    Set<String> zones = left.stream().map(Subnet::zone).collect(Collectors.toSet());
    return database.members().stream().map(Member::zone).noneMatch(zones::contains);
  }

  private boolean without(
      List<Subnet> left, String name, Database database, String securityGroupId) {
    List<Subnet> rest =
        database.loadBalancerSubnets().stream().filter(each -> !left.contains(each)).toList();
    try {
      order(name, database, rest.stream().map(Subnet::id).toList(), securityGroupId);
      return true;
    } catch (ElasticLoadBalancingV2Exception refused) {
      if (!ZoneRefusal.ofOne(refused, rest)) {
        throw refused;
      }
      return false;
    }
  }

  private void order(
      String name, Database database, List<String> subnetIds, String securityGroupId) {
    elb.createLoadBalancer(
        r ->
            r.name(name)
                .type(LoadBalancerTypeEnum.NETWORK)
                .scheme(LoadBalancerSchemeEnum.INTERNAL)
                .ipAddressType(IpAddressType.IPV4)
                .subnets(subnetIds)
                // A load balancer made without a group can never get one.
                .securityGroups(securityGroupId)
                .tags(ElbTags.ours(database.arn())));
  }

  private static Conflict refusal(List<Subnet> left, ElasticLoadBalancingV2Exception refused) {
    return new Conflict(
        "AWS takes no load balancer in %s, and without it an instance there may not be reached: %s; move the instance to another zone, then start again"
            .formatted(zones(left), ZoneRefusal.words(refused)),
        refused);
  }

  private static String zones(List<Subnet> subnets) {
    return "zone "
        + subnets.stream().map(Subnet::zone).sorted().collect(Collectors.joining(" or "));
  }
}
