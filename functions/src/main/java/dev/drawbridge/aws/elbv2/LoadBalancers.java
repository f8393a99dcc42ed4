package dev.drawbridge.aws.elbv2;

import dev.drawbridge.aws.Clients;
import dev.drawbridge.aws.Deletion;
import dev.drawbridge.error.Conflict;
import dev.drawbridge.error.NotReady;
import dev.drawbridge.model.Database;
import dev.drawbridge.plan.Names;
import java.util.List;
import java.util.Optional;
import software.amazon.awssdk.services.elasticloadbalancingv2.ElasticLoadBalancingV2Client;
import software.amazon.awssdk.services.elasticloadbalancingv2.model.AvailabilityZone;
import software.amazon.awssdk.services.elasticloadbalancingv2.model.Listener;
import software.amazon.awssdk.services.elasticloadbalancingv2.model.LoadBalancer;
import software.amazon.awssdk.services.elasticloadbalancingv2.model.LoadBalancerAttribute;
import software.amazon.awssdk.services.elasticloadbalancingv2.model.LoadBalancerSchemeEnum;
import software.amazon.awssdk.services.elasticloadbalancingv2.model.ResourceInUseException;

/** The internal network load balancer of each database. */
public final class LoadBalancers {
  private static final String CROSS_ZONE = "load_balancing.cross_zone.enabled";

  private static final String PROTECTION = "deletion_protection.enabled";

  private final ElasticLoadBalancingV2Client elb;
  private final ElbTags tags;
  private final BalancerOrders orders;

  /** Load balancers of the account and region of the clients. */
  public LoadBalancers(Clients clients) {
    this.elb = clients.elb();
    this.tags = new ElbTags(elb);
    this.orders = new BalancerOrders(elb);
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
      throw new NotReady(
          "load balancer %s has been ordered%s"
              .formatted(name, orders.make(name, database, securityGroupId)));
    }
    LoadBalancer found = existing.get();
    String state = found.state().codeAsString();
    return switch (state) {
      case "provisioning" ->
          throw new NotReady("load balancer %s is still provisioning".formatted(name));
      case "failed" ->
          throw new Conflict("load balancer %s is in state failed; delete it".formatted(name));
      default -> model(found, settle(found, database, securityGroupId, enforcement));
    };
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

  /**
   * Passes if nobody has protected the load balancer of a database, or there is none. Calls: 2.
   *
   * @throws Conflict if its deletion would be refused
   */
  public void requireUnprotected(String databaseArn) {
    LookUp.loadBalancer(elb, Names.loadBalancer(databaseArn))
        .map(LoadBalancer::loadBalancerArn)
        .filter(arn -> isOn(elb, arn, PROTECTION))
        .ifPresent(
            arn -> {
              throw new Conflict(
                  "load balancer %s is protected from deletion, and nothing was deleted: set its attribute %s to false, then offboard with teardown again"
                      .formatted(arn, PROTECTION));
            });
  }

  /** The ports of its listeners; none if it is not there. */
  public List<Integer> ports(String databaseArn) {
    return LookUp.loadBalancer(elb, Names.loadBalancer(databaseArn)).stream()
        .map(LoadBalancer::loadBalancerArn)
        .flatMap(arn -> LookUp.listeners(elb, arn).stream())
        .map(Listener::port)
        .toList();
  }

  /** Whatever was left out. */
  private List<String> settle(
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
    List<String> leftOut = new ZoneCover(elb).add(found, database);
    assertCrossZone(found.loadBalancerArn());
    if (!found.securityGroups().equals(List.of(securityGroupId))
        || !enforcement.equals(found.enforceSecurityGroupInboundRulesOnPrivateLinkTraffic())) {
      elb.setSecurityGroups(
          r ->
              r.loadBalancerArn(found.loadBalancerArn())
                  .securityGroups(securityGroupId)
                  .enforceSecurityGroupInboundRulesOnPrivateLinkTraffic(enforcement));
    }
    return leftOut;
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
    return isOn(elb, loadBalancerArn, CROSS_ZONE);
  }

  private static boolean isOn(
      ElasticLoadBalancingV2Client elb, String loadBalancerArn, String attribute) {
    return elb
        .describeLoadBalancerAttributes(r -> r.loadBalancerArn(loadBalancerArn))
        .attributes()
        .stream()
        .anyMatch(found -> found.key().equals(attribute) && "true".equals(found.value()));
  }

  private static dev.drawbridge.model.LoadBalancer model(LoadBalancer found, List<String> leftOut) {
    return new dev.drawbridge.model.LoadBalancer(
        found.loadBalancerArn(),
        found.loadBalancerName(),
        found.dnsName(),
        found.availabilityZones().stream().map(AvailabilityZone::zoneName).sorted().toList(),
        leftOut);
  }
}
