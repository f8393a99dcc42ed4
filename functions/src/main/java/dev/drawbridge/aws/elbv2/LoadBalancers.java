package dev.drawbridge.aws.elbv2;

import dev.drawbridge.aws.Clients;
import dev.drawbridge.aws.Deletion;
import dev.drawbridge.error.Conflict;
import dev.drawbridge.error.NotReady;
import dev.drawbridge.model.Database;
import dev.drawbridge.plan.Names;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import software.amazon.awssdk.services.elasticloadbalancingv2.ElasticLoadBalancingV2Client;
import software.amazon.awssdk.services.elasticloadbalancingv2.model.AvailabilityZone;
import software.amazon.awssdk.services.elasticloadbalancingv2.model.IpAddressType;
import software.amazon.awssdk.services.elasticloadbalancingv2.model.Listener;
import software.amazon.awssdk.services.elasticloadbalancingv2.model.LoadBalancer;
import software.amazon.awssdk.services.elasticloadbalancingv2.model.LoadBalancerAttribute;
import software.amazon.awssdk.services.elasticloadbalancingv2.model.LoadBalancerSchemeEnum;
import software.amazon.awssdk.services.elasticloadbalancingv2.model.LoadBalancerTypeEnum;
import software.amazon.awssdk.services.elasticloadbalancingv2.model.ResourceInUseException;

/** The internal network load balancer of each database. */
public final class LoadBalancers {
  private static final String CROSS_ZONE = "load_balancing.cross_zone.enabled";

  private final ElasticLoadBalancingV2Client elb;
  private final ElbTags tags;

  /** Load balancers of the account and region of the clients. */
  public LoadBalancers(Clients clients) {
    this.elb = clients.elb();
    this.tags = new ElbTags(elb);
  }

  /**
   * The load balancer, made if missing, active, with attributes and enforcement as asked.
   *
   * @throws NotReady until it is active
   * @throws Conflict if one of its name is not ours, stands elsewhere, or is not internal
   */
  public dev.drawbridge.model.LoadBalancer ensure(
      Database database, String securityGroupId, String enforcement) {
    String name = Names.loadBalancer(database.arn());
    Optional<LoadBalancer> existing = LookUp.loadBalancer(elb, name);
    if (existing.isEmpty()) {
      create(name, database, securityGroupId);
      throw new NotReady("load balancer %s has been ordered".formatted(name));
    }
    LoadBalancer found = existing.get();
    String state = found.state().codeAsString();
    switch (state) {
      case "provisioning" ->
          throw new NotReady("load balancer %s is still provisioning".formatted(name));
      case "failed" ->
          throw new Conflict("load balancer %s is in state failed; delete it".formatted(name));
      default -> settle(found, database, securityGroupId, enforcement);
    }
    return model(found);
  }

  /**
   * Deletes the load balancer of a database and with it its listeners, if it is there.
   *
   * @throws NotReady while an endpoint service stands on it
   * @throws Conflict if one of its name is not ours, or somebody has protected it
   */
  public void delete(String databaseArn) {
    String name = Names.loadBalancer(databaseArn);
    Optional<LoadBalancer> existing = LookUp.loadBalancer(elb, name);
    if (existing.isEmpty()) {
      return;
    }
    String arn = existing.get().loadBalancerArn();
    tags.require(List.of(arn), databaseArn);
    try {
      Deletion.of(
          () -> elb.deleteLoadBalancer(r -> r.loadBalancerArn(arn)),
          () -> LookUp.loadBalancer(elb, name).isEmpty());
    } catch (ResourceInUseException inUse) {
      throw new NotReady("load balancer %s is in use still".formatted(arn));
    }
  }

  /** The ports of its listeners; none if it is not there. */
  public List<Integer> ports(String databaseArn) {
    return LookUp.loadBalancer(elb, Names.loadBalancer(databaseArn)).stream()
        .map(LoadBalancer::loadBalancerArn)
        .flatMap(arn -> LookUp.listeners(elb, arn).stream())
        .map(Listener::port)
        .toList();
  }

  private void create(String name, Database database, String securityGroupId) {
    elb.createLoadBalancer(
        r ->
            r.name(name)
                .type(LoadBalancerTypeEnum.NETWORK)
                .scheme(LoadBalancerSchemeEnum.INTERNAL)
                .ipAddressType(IpAddressType.IPV4)
                .subnets(database.loadBalancerSubnetIds())
                // A load balancer made without a group can never get one.
                .securityGroups(securityGroupId)
                .tags(ElbTags.ours(database.arn())));
  }

  private void settle(
      LoadBalancer found, Database database, String securityGroupId, String enforcement) {
    tags.require(List.of(found.loadBalancerArn()), database.arn());
    if (!found.vpcId().equals(database.vpcId())) {
      throw new Conflict(
          "load balancer %s is in %s, the database in %s: offboard with teardown first"
              .formatted(found.loadBalancerName(), found.vpcId(), database.vpcId()));
    }
    if (found.scheme() != LoadBalancerSchemeEnum.INTERNAL) {
      throw new Conflict(
          "load balancer %s is %s, and only an internal one may lead to a database: AWS changes no scheme, so delete it"
              .formatted(found.loadBalancerName(), found.schemeAsString()));
    }
    cover(found, database);
    assertCrossZone(found.loadBalancerArn());
    if (!found.securityGroups().equals(List.of(securityGroupId))
        || !enforcement.equals(found.enforceSecurityGroupInboundRulesOnPrivateLinkTraffic())) {
      elb.setSecurityGroups(
          r ->
              r.loadBalancerArn(found.loadBalancerArn())
                  .securityGroups(securityGroupId)
                  .enforceSecurityGroupInboundRulesOnPrivateLinkTraffic(enforcement));
    }
  }

  /** Over PrivateLink a zone without a target of its own would not answer. */
  private void assertCrossZone(String loadBalancerArn) {
    boolean on = crossZone(elb, loadBalancerArn);
    if (!on) {
      elb.modifyLoadBalancerAttributes(
          r ->
              r.loadBalancerArn(loadBalancerArn)
                  .attributes(
                      LoadBalancerAttribute.builder().key(CROSS_ZONE).value("true").build()));
    }
  }

  /** Whether every node of a load balancer reaches the targets of every zone. Calls: 1. */
  static boolean crossZone(ElasticLoadBalancingV2Client elb, String loadBalancerArn) {
    return elb
        .describeLoadBalancerAttributes(r -> r.loadBalancerArn(loadBalancerArn))
        .attributes()
        .stream()
        .anyMatch(found -> found.key().equals(CROSS_ZONE) && "true".equals(found.value()));
  }

  /** Adds zones that the subnet group has got since; zones are never taken away here. */
  private void cover(LoadBalancer found, Database database) {
    TreeSet<String> subnets =
        new TreeSet<>(found.availabilityZones().stream().map(AvailabilityZone::subnetId).toList());
    TreeSet<String> covered =
        new TreeSet<>(found.availabilityZones().stream().map(AvailabilityZone::zoneName).toList());
    int before = subnets.size();
    database.loadBalancerSubnets().stream()
        .filter(subnet -> !covered.contains(subnet.zone()))
        .forEach(subnet -> subnets.add(subnet.id()));
    if (subnets.size() > before) {
      elb.setSubnets(r -> r.loadBalancerArn(found.loadBalancerArn()).subnets(subnets));
    }
  }

  private static dev.drawbridge.model.LoadBalancer model(LoadBalancer found) {
    return new dev.drawbridge.model.LoadBalancer(
        found.loadBalancerArn(),
        found.loadBalancerName(),
        found.dnsName(),
        found.availabilityZones().stream().map(AvailabilityZone::zoneName).sorted().toList());
  }
}
