package dev.drawbridge.simulator.elbv2;

import java.util.List;
import java.util.Optional;
import software.amazon.awssdk.services.elasticloadbalancingv2.model.AvailabilityZone;
import software.amazon.awssdk.services.elasticloadbalancingv2.model.Certificate;
import software.amazon.awssdk.services.elasticloadbalancingv2.model.EnforceSecurityGroupInboundRulesOnPrivateLinkTrafficEnum;
import software.amazon.awssdk.services.elasticloadbalancingv2.model.Listener;
import software.amazon.awssdk.services.elasticloadbalancingv2.model.LoadBalancer;
import software.amazon.awssdk.services.elasticloadbalancingv2.model.LoadBalancerStateEnum;
import software.amazon.awssdk.services.elasticloadbalancingv2.model.TargetGroup;

/** Resources of Elastic Load Balancing in the API's shapes. */
record Shapes(ElbState state) {
  /** AWS's own hosted zone for load balancers; any constant serves. */
  private static final String HOSTED_ZONE = "Z3F0SRJ5LGBH90";

  private LoadBalancerStateEnum code(LoadBalancerRecord each) {
    if (!each.active()) {
      return LoadBalancerStateEnum.PROVISIONING;
    }
    return state.impaired.contains(each.arn())
        ? LoadBalancerStateEnum.ACTIVE_IMPAIRED
        : LoadBalancerStateEnum.ACTIVE;
  }

  LoadBalancer loadBalancer(LoadBalancerRecord each) {
    return LoadBalancer.builder()
        .loadBalancerArn(each.arn())
        .loadBalancerName(each.name())
        .dnsName(each.dnsName())
        .canonicalHostedZoneId(HOSTED_ZONE)
        .createdTime(each.created())
        .scheme(Optional.ofNullable(each.origin().schemeAsString()).orElse("internet-facing"))
        .vpcId(each.vpcId())
        .state(shape -> shape.code(code(each)))
        .type("network")
        .availabilityZones(zones(each))
        .securityGroups(each.groups())
        .ipAddressType("ipv4")
        .enforceSecurityGroupInboundRulesOnPrivateLinkTraffic(
            each.groups().isEmpty() ? null : enforcement(each.enforced()).toString())
        .build();
  }

  static EnforceSecurityGroupInboundRulesOnPrivateLinkTrafficEnum enforcement(boolean on) {
    return on
        ? EnforceSecurityGroupInboundRulesOnPrivateLinkTrafficEnum.ON
        : EnforceSecurityGroupInboundRulesOnPrivateLinkTrafficEnum.OFF;
  }

  static List<AvailabilityZone> zones(LoadBalancerRecord each) {
    return each.nodes().stream()
        .map(
            node ->
                AvailabilityZone.builder()
                    .zoneName(node.subnet().zone().name())
                    .subnetId(node.subnet().id())
                    .build())
        .toList();
  }

  TargetGroup targetGroup(TargetGroupRecord each) {
    HealthCheck check = each.check();
    return TargetGroup.builder()
        .targetGroupArn(each.arn())
        .targetGroupName(each.name())
        .protocol("TCP")
        .port(each.port())
        .vpcId(each.vpcId())
        .targetType("ip")
        .ipAddressType("ipv4")
        .healthCheckEnabled(true)
        .healthCheckProtocol("TCP")
        .healthCheckPort(check.port())
        .healthCheckIntervalSeconds(check.intervalSeconds())
        .healthCheckTimeoutSeconds(check.timeoutSeconds())
        .healthyThresholdCount(check.healthy())
        .unhealthyThresholdCount(check.unhealthy())
        .loadBalancerArns(
            state.listenersOf.of(each.arn()).stream()
                .filter(listener -> listener.uses(each.arn()))
                .map(ListenerRecord::loadBalancerArn)
                .distinct()
                .toList())
        .build();
  }

  Listener listener(ListenerRecord each) {
    return Listener.builder()
        .listenerArn(each.arn())
        .loadBalancerArn(each.loadBalancerArn())
        .protocol(each.protocol())
        .sslPolicy(each.tls().map(TlsTerms::policy).orElse(null))
        .certificates(
            each.tls().stream()
                .map(tls -> Certificate.builder().certificateArn(tls.certificateArn()).build())
                .toList())
        .port(each.port())
        .defaultActions(Forwarding.shape(each.forward()))
        .build();
  }
}
