package dev.drawbridge.lab.inspection;

import dev.drawbridge.lab.scenario.ByHand;
import dev.drawbridge.lab.scenario.Exposure;
import dev.drawbridge.lab.scenario.Scenario;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import software.amazon.awssdk.services.ec2.model.IpPermission;
import software.amazon.awssdk.services.ec2.model.IpRange;
import software.amazon.awssdk.services.ec2.model.SecurityGroupRule;
import software.amazon.awssdk.services.elasticloadbalancingv2.model.Action;
import software.amazon.awssdk.services.elasticloadbalancingv2.model.ActionTypeEnum;
import software.amazon.awssdk.services.elasticloadbalancingv2.model.AvailabilityZone;
import software.amazon.awssdk.services.elasticloadbalancingv2.model.EnforceSecurityGroupInboundRulesOnPrivateLinkTrafficEnum;
import software.amazon.awssdk.services.elasticloadbalancingv2.model.LoadBalancer;
import software.amazon.awssdk.services.elasticloadbalancingv2.model.LoadBalancerAttribute;
import software.amazon.awssdk.services.elasticloadbalancingv2.model.ProtocolEnum;

/** What somebody does by hand to the path of a database, past Drawbridge. */
@SuppressWarnings("ImmutableEnumChecker") // Its functions and sets are never changed.
enum Breakage {
  RULES_REVOKED(by -> by.revoke(by.databaseGroup(), rule -> true)),
  RULE_BY_ADDRESS_REVOKED(by -> by.revoke(by.databaseGroup(), rule -> rule.cidrIpv4() != null)),
  RULES_TURNED_UDP(by -> by.turnUdp(by.databaseGroup())),
  SHARED_GROUP_ATTACHED(
      by ->
          by.scenario()
              .world()
              .rds()
              .guardedBy(by.path().database(), by.sharedGroup(), by.databaseGroup())),
  CONSUMER_RULES_TURNED_UDP(by -> by.turnUdp(by.ownGroup())),
  CONSUMER_RULES_REVOKED(by -> by.revoke(by.ownGroup(), rule -> true)),
  EGRESS_REVOKED(
      by -> {
        String group = by.ownGroup();
        List<String> ids =
            by.rules(group, true).stream().map(SecurityGroupRule::securityGroupRuleId).toList();
        if (!ids.isEmpty()) {
          by.ec2().revokeSecurityGroupEgress(r -> r.groupId(group).securityGroupRuleIds(ids));
        }
      }),
  LISTENERS_DELETED(
      by ->
          by.listeners()
              .forEach(each -> by.elb().deleteListener(r -> r.listenerArn(each.listenerArn())))),
  LISTENER_MOVED(
      by ->
          by.writerListener()
              .forEach(
                  each ->
                      by.elb()
                          .modifyListener(r -> r.listenerArn(each.listenerArn()).port(40_000)))),
  LISTENER_ELSEWHERE(
      by -> by.writerListener().forEach(each -> by.lead(each, by.readers().targetGroupArn()))),
  LISTENER_SHARED(
      by ->
          by.writerListener()
              .forEach(
                  each ->
                      by.lead(each, by.writers().targetGroupArn(), by.readers().targetGroupArn()))),
  /** A certificate, and the same group: its targets stay healthy. */
  LISTENER_TLS(by -> by.writerListener().forEach(by::speakTls)),
  LISTENER_ADDED(Breakage::addListener),
  CROSS_ZONE_OFF(
      by ->
          by.elb()
              .modifyLoadBalancerAttributes(
                  r ->
                      r.loadBalancerArn(by.loadBalancer().loadBalancerArn())
                          .attributes(
                              LoadBalancerAttribute.builder()
                                  .key("load_balancing.cross_zone.enabled")
                                  .value("false")
                                  .build()))),
  ZONE_REMOVED(
      by -> {
        LoadBalancer found = by.loadBalancer();
        if (found.availabilityZones().size() > 1) {
          loseZone(by, found);
        }
      }),
  SERVICE_ZONE_LOST(Breakage::loseServiceZone),
  ENFORCEMENT_CHANGED(
      by -> {
        LoadBalancer found = by.loadBalancer();
        guard(
            by,
            "on".equals(found.enforceSecurityGroupInboundRulesOnPrivateLinkTraffic())
                ? "off"
                : "on",
            found.securityGroups().toArray(String[]::new));
      }),
  BALANCER_GROUP_ADDED(by -> guard(by, enforcement(by), by.ownGroup(), by.foreignGroup())),
  BALANCER_GROUP_REPLACED(by -> guard(by, enforcement(by), by.foreignGroup())),
  BALANCER_OPENED(
      by ->
          by.ec2()
              .authorizeSecurityGroupIngress(
                  r -> r.groupId(by.ownGroup()).ipPermissions(fromEverywhere()))),
  GROUP_CHANGED(
      by -> by.set(by.readers().targetGroupArn(), "deregistration_delay.timeout_seconds", "3600")),
  PROXY_HEADER_ON(by -> by.set(by.writers().targetGroupArn(), "proxy_protocol_v2.enabled", "true")),
  CLIENT_IP_PRESERVED(
      by -> by.set(by.readers().targetGroupArn(), "preserve_client_ip.enabled", "true")),
  FAILS_OPEN_EARLY(
      by ->
          by.set(
              by.readers().targetGroupArn(),
              "target_group_health.unhealthy_state_routing.minimum_healthy_targets.count",
              "2")),
  HEALTH_CHECK_ELSEWHERE(
      by ->
          by.elb()
              .modifyTargetGroup(
                  r -> r.targetGroupArn(by.writers().targetGroupArn()).healthCheckPort("9"))),
  HEALTH_CHECK_SLOWED(
      by ->
          by.elb()
              .modifyTargetGroup(
                  r ->
                      r.targetGroupArn(by.writers().targetGroupArn())
                          .healthCheckIntervalSeconds(300)
                          .unhealthyThresholdCount(10))),
  TARGETS_REMOVED(by -> by.empty(by.readers().targetGroupArn())),
  WRITER_REMOVED(by -> by.empty(by.writers().targetGroupArn())),
  FOREIGN_TARGET(
      by ->
          ByHand.register(
              by.scenario(),
              by.writers().targetGroupArn(),
              "127.10.1.250",
              IntStream.of(by.path().databasePort()))),
  ACCEPTANCE_OFF(
      by ->
          by.ec2()
              .modifyVpcEndpointServiceConfiguration(
                  r -> r.serviceId(by.service().serviceId()).acceptanceRequired(false))),
  REGION_ADDED(
      by ->
          by.ec2()
              .modifyVpcEndpointServiceConfiguration(
                  r -> r.serviceId(by.service().serviceId()).addSupportedRegions("us-east-1"))),
  SERVICE_SHARED(Breakage::shareService),
  WILDCARD_PRINCIPAL(
      by ->
          by.ec2()
              .modifyVpcEndpointServicePermissions(
                  r -> r.serviceId(by.service().serviceId()).addAllowedPrincipals("*"))),
  PRINCIPAL_ADDED(
      by ->
          by.ec2()
              .modifyVpcEndpointServicePermissions(
                  r ->
                      r.serviceId(by.service().serviceId())
                          .addAllowedPrincipals("arn:aws:iam::444444444444:root"))),
  PRINCIPAL_REMOVED(
      by ->
          by.ec2()
              .modifyVpcEndpointServicePermissions(
                  r ->
                      r.serviceId(by.service().serviceId())
                          .removeAllowedPrincipals("arn:aws:iam::222222222222:root"))),
  NOTIFICATION_DELETED(
      by ->
          by.notifications()
              .forEach(
                  each ->
                      by.ec2()
                          .deleteVpcEndpointConnectionNotifications(
                              r -> r.connectionNotificationIds(each.connectionNotificationId())))),
  NOTIFICATION_CHANGED(
      by ->
          by.notifications()
              .forEach(
                  each ->
                      by.ec2()
                          .modifyVpcEndpointConnectionNotification(
                              r ->
                                  r.connectionNotificationId(each.connectionNotificationId())
                                      .connectionEvents("Accept")))),
  ENDPOINT_REJECTED(by -> by.connections().forEach(each -> by.reject(each.vpcEndpointId()))),
  ENDPOINT_DELETED(
      by ->
          by.connections()
              .forEach(each -> by.scenario().consumer().deleteEndpoint(each.vpcEndpointId()))),
  BALANCER_UNTAGGED(by -> by.untag(by.loadBalancer().loadBalancerArn())),
  GROUP_UNTAGGED(by -> by.untag(by.writers().targetGroupArn())),
  SERVICE_UNTAGGED(by -> untag(by, by.service().serviceId())),
  SECURITY_GROUP_UNTAGGED(by -> untag(by, by.ownGroup())),
  RULES_UNTAGGED(
      by ->
          by.rules(by.databaseGroup(), false)
              .forEach(rule -> untag(by, rule.securityGroupRuleId())));

  private final Consumer<Administrator> act;

  Breakage(Consumer<Administrator> act) {
    this.act = act;
  }

  /** Does it. */
  void happen(Exposure path) {
    act.accept(new Administrator(path));
  }

  private static IpPermission fromEverywhere() {
    return IpPermission.builder()
        .ipProtocol("tcp")
        .fromPort(1)
        .toPort(65_535)
        .ipRanges(IpRange.builder().cidrIp("0.0.0.0/0").build())
        .build();
  }

  private static String enforcement(Administrator by) {
    return by.loadBalancer().enforceSecurityGroupInboundRulesOnPrivateLinkTraffic();
  }

  private static void guard(Administrator by, String enforcement, String... groups) {
    by.elb()
        .setSecurityGroups(
            r ->
                r.loadBalancerArn(by.loadBalancer().loadBalancerArn())
                    .securityGroups(groups)
                    .enforceSecurityGroupInboundRulesOnPrivateLinkTraffic(
                        EnforceSecurityGroupInboundRulesOnPrivateLinkTrafficEnum.fromValue(
                            enforcement)));
  }

  private static void untag(Administrator by, String id) {
    by.ec2().deleteTags(r -> r.resources(id));
  }

  private static void addListener(Administrator by) {
    String group =
        by.elb()
            .createTargetGroup(
                r ->
                    r.name("somebodys")
                        .protocol(ProtocolEnum.TCP)
                        .port(22)
                        .targetType("ip")
                        .vpcId(by.loadBalancer().vpcId()))
            .targetGroups()
            .getFirst()
            .targetGroupArn();
    by.elb()
        .createListener(
            r ->
                r.loadBalancerArn(by.loadBalancer().loadBalancerArn())
                    .protocol(ProtocolEnum.TCP)
                    .port(22)
                    .defaultActions(
                        Action.builder()
                            .type(ActionTypeEnum.FORWARD)
                            .targetGroupArn(group)
                            .build()));
  }

  /** By the API nobody can, while endpoints use it. */
  private static void loseZone(Administrator by, LoadBalancer found) {
    by.scenario()
        .world()
        .elb()
        .loseNode(
            found.loadBalancerArn(),
            found.availabilityZones().getFirst().subnetId(),
            Scenario.PROVIDER);
  }

  /** A zone goes and comes back, and the service takes up what it saw in between. */
  private static void loseServiceZone(Administrator by) {
    LoadBalancer found = by.loadBalancer();
    List<String> all = found.availabilityZones().stream().map(AvailabilityZone::subnetId).toList();
    if (all.size() < 2) {
      return;
    }
    String arn = found.loadBalancerArn();
    loseZone(by, found);
    by.ec2()
        .modifyVpcEndpointServiceConfiguration(
            r -> r.serviceId(by.service().serviceId()).acceptanceRequired(true));
    by.elb().setSubnets(r -> r.loadBalancerArn(arn).subnets(all));
  }

  private static void shareService(Administrator by) {
    String other = by.anothersLoadBalancer();
    by.ec2()
        .modifyVpcEndpointServiceConfiguration(
            r -> r.serviceId(by.service().serviceId()).addNetworkLoadBalancerArns(other));
  }
}
