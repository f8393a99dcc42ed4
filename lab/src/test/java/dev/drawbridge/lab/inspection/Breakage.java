package dev.drawbridge.lab.inspection;

import dev.drawbridge.lab.scenario.Exposure;
import dev.drawbridge.lab.scenario.Scenario;
import java.util.List;
import java.util.function.Predicate;
import software.amazon.awssdk.services.ec2.Ec2Client;
import software.amazon.awssdk.services.ec2.model.SecurityGroupRule;
import software.amazon.awssdk.services.elasticloadbalancingv2.ElasticLoadBalancingV2Client;
import software.amazon.awssdk.services.elasticloadbalancingv2.model.Action;
import software.amazon.awssdk.services.elasticloadbalancingv2.model.ActionTypeEnum;
import software.amazon.awssdk.services.elasticloadbalancingv2.model.Listener;
import software.amazon.awssdk.services.elasticloadbalancingv2.model.LoadBalancerAttribute;
import software.amazon.awssdk.services.elasticloadbalancingv2.model.TargetGroupAttribute;

/** What somebody does by hand to the path of a database, past Drawbridge. */
enum Breakage {
  RULES_REVOKED,
  LISTENERS_DELETED,
  LISTENER_ELSEWHERE,
  CROSS_ZONE_OFF,
  GROUP_CHANGED,
  ACCEPTANCE_OFF,
  WILDCARD_PRINCIPAL,
  PRINCIPAL_REMOVED,
  NOTIFICATION_DELETED,
  TARGETS_REMOVED;

  /** Does it. */
  void happen(Exposure path) {
    Scenario scenario = path.scenario();
    switch (this) {
      case RULES_REVOKED -> revoke(scenario, rule -> true);
      case LISTENERS_DELETED ->
          listeners(path)
              .forEach(
                  each -> elb(scenario).deleteListener(r -> r.listenerArn(each.listenerArn())));
      case LISTENER_ELSEWHERE ->
          listeners(path).stream()
              .filter(each -> each.port() == path.writerPort())
              .forEach(each -> lead(scenario, each, path.readerGroupArn()));
      case CROSS_ZONE_OFF ->
          elb(scenario)
              .modifyLoadBalancerAttributes(
                  r ->
                      r.loadBalancerArn(loadBalancer(path))
                          .attributes(
                              LoadBalancerAttribute.builder()
                                  .key("load_balancing.cross_zone.enabled")
                                  .value("false")
                                  .build()));
      case GROUP_CHANGED ->
          elb(scenario)
              .modifyTargetGroupAttributes(
                  r ->
                      r.targetGroupArn(path.readerGroupArn())
                          .attributes(
                              TargetGroupAttribute.builder()
                                  .key("deregistration_delay.timeout_seconds")
                                  .value("3600")
                                  .build()));
      case ACCEPTANCE_OFF ->
          ec2(scenario)
              .modifyVpcEndpointServiceConfiguration(
                  r -> r.serviceId(service(path)).acceptanceRequired(false));
      case WILDCARD_PRINCIPAL ->
          ec2(scenario)
              .modifyVpcEndpointServicePermissions(
                  r -> r.serviceId(service(path)).addAllowedPrincipals("*"));
      case PRINCIPAL_REMOVED ->
          ec2(scenario)
              .modifyVpcEndpointServicePermissions(
                  r ->
                      r.serviceId(service(path))
                          .removeAllowedPrincipals("arn:aws:iam::222222222222:root"));
      case NOTIFICATION_DELETED ->
          notifications(path)
              .forEach(
                  id ->
                      ec2(scenario)
                          .deleteVpcEndpointConnectionNotifications(
                              r -> r.connectionNotificationIds(id)));
      case TARGETS_REMOVED ->
          elb(scenario)
              .deregisterTargets(
                  r ->
                      r.targetGroupArn(path.readerGroupArn())
                          .targets(scenario.world().elb().registered(path.readerGroupArn())));
    }
  }

  /** Takes rules out of the database's security group. */
  static void revoke(Scenario scenario, Predicate<SecurityGroupRule> which) {
    String group = scenario.provider().databaseGroup().id();
    List<String> rules =
        rules(scenario).stream().filter(which).map(SecurityGroupRule::securityGroupRuleId).toList();
    ec2(scenario).revokeSecurityGroupIngress(r -> r.groupId(group).securityGroupRuleIds(rules));
  }

  /** The ingress rules of the database's security group. */
  static List<SecurityGroupRule> rules(Scenario scenario) {
    String group = scenario.provider().databaseGroup().id();
    return ec2(scenario).describeSecurityGroupRules(r -> {}).securityGroupRules().stream()
        .filter(rule -> rule.groupId().equals(group) && !rule.isEgress())
        .toList();
  }

  static List<Listener> listeners(Exposure path) {
    return elb(path.scenario())
        .describeListeners(r -> r.loadBalancerArn(loadBalancer(path)))
        .listeners();
  }

  static List<String> notifications(Exposure path) {
    return ec2(path.scenario())
        .describeVpcEndpointConnectionNotifications(r -> {})
        .connectionNotificationSet()
        .stream()
        .map(each -> each.connectionNotificationId())
        .toList();
  }

  /** The id of its endpoint service. */
  static String service(Exposure path) {
    return ec2(path.scenario())
        .describeVpcEndpointServiceConfigurations()
        .serviceConfigurations()
        .stream()
        .filter(each -> each.tags().toString().contains(":" + path.database().name()))
        .findFirst()
        .orElseThrow()
        .serviceId();
  }

  private static void lead(Scenario scenario, Listener listener, String group) {
    elb(scenario)
        .modifyListener(
            r ->
                r.listenerArn(listener.listenerArn())
                    .defaultActions(
                        Action.builder()
                            .type(ActionTypeEnum.FORWARD)
                            .targetGroupArn(group)
                            .build()));
  }

  private static String loadBalancer(Exposure path) {
    return elb(path.scenario()).describeLoadBalancers().loadBalancers().stream()
        .filter(each -> each.loadBalancerName().contains("-" + path.database().name() + "-"))
        .findFirst()
        .orElseThrow()
        .loadBalancerArn();
  }

  static Ec2Client ec2(Scenario scenario) {
    return scenario.installation().clientsOf("administrator").ec2();
  }

  static ElasticLoadBalancingV2Client elb(Scenario scenario) {
    return scenario.installation().clientsOf("administrator").elb();
  }
}
