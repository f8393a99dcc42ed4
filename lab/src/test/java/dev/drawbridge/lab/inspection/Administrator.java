package dev.drawbridge.lab.inspection;

import dev.drawbridge.lab.scenario.Exposure;
import dev.drawbridge.lab.scenario.Scenario;
import dev.drawbridge.simulator.ec2.SubnetRecord;
import dev.drawbridge.simulator.ec2.VpcRecord;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.function.Predicate;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import software.amazon.awssdk.services.ec2.Ec2Client;
import software.amazon.awssdk.services.ec2.model.ConnectionNotification;
import software.amazon.awssdk.services.ec2.model.Filter;
import software.amazon.awssdk.services.ec2.model.SecurityGroupRule;
import software.amazon.awssdk.services.ec2.model.SecurityGroupRuleUpdate;
import software.amazon.awssdk.services.ec2.model.ServiceConfiguration;
import software.amazon.awssdk.services.ec2.model.VpcEndpointConnection;
import software.amazon.awssdk.services.elasticloadbalancingv2.ElasticLoadBalancingV2Client;
import software.amazon.awssdk.services.elasticloadbalancingv2.model.Action;
import software.amazon.awssdk.services.elasticloadbalancingv2.model.ActionTypeEnum;
import software.amazon.awssdk.services.elasticloadbalancingv2.model.Certificate;
import software.amazon.awssdk.services.elasticloadbalancingv2.model.Listener;
import software.amazon.awssdk.services.elasticloadbalancingv2.model.LoadBalancer;
import software.amazon.awssdk.services.elasticloadbalancingv2.model.ProtocolEnum;
import software.amazon.awssdk.services.elasticloadbalancingv2.model.TargetGroup;
import software.amazon.awssdk.services.elasticloadbalancingv2.model.TargetGroupAttribute;
import software.amazon.awssdk.services.elasticloadbalancingv2.model.TargetGroupTuple;

/** Somebody with every permission in the provider's account, and what he finds of one path. */
record Administrator(Exposure path) {
  Scenario scenario() {
    return path.scenario();
  }

  Ec2Client ec2() {
    return scenario().installation().clientsOf("administrator").ec2();
  }

  ElasticLoadBalancingV2Client elb() {
    return scenario().installation().clientsOf("administrator").elb();
  }

  LoadBalancer loadBalancer() {
    return elb().describeLoadBalancers().loadBalancers().stream()
        .filter(each -> each.loadBalancerName().contains("-" + path.database().name() + "-"))
        .findFirst()
        .orElseThrow();
  }

  /** The ARN of a load balancer that has nothing to do with us, once it is there. */
  String anothersLoadBalancer() {
    List<String> subnets = scenario().provider().subnets().stream().map(SubnetRecord::id).toList();
    String arn =
        elb()
            .createLoadBalancer(
                r -> r.name("somebodys").type("network").scheme("internal").subnets(subnets))
            .loadBalancers()
            .getFirst()
            .loadBalancerArn();
    scenario().world().scheduler().pause(Duration.ofMinutes(4)); // it provisions
    return arn;
  }

  List<Listener> listeners() {
    return elb()
        .describeListeners(r -> r.loadBalancerArn(loadBalancer().loadBalancerArn()))
        .listeners();
  }

  /** The listener of the writer's port, if it is there. */
  Stream<Listener> writerListener() {
    return listener(path.writerPort());
  }

  /** The listener of a port, if it is there. */
  Stream<Listener> listener(int port) {
    return listeners().stream().filter(each -> each.port() == port);
  }

  TargetGroup writers() {
    return groups("-w-").findFirst().orElseThrow();
  }

  TargetGroup readers() {
    return groups("-r-").findFirst().orElseThrow();
  }

  private Stream<TargetGroup> groups(String kind) {
    String name = "-" + path.database().name() + kind;
    return elb().describeTargetGroups(r -> {}).targetGroups().stream()
        .filter(each -> each.targetGroupName().contains(name));
  }

  /** The groups of the load balancer that bear our prefix: its own. */
  String ownGroup() {
    return ec2().describeSecurityGroups(r -> {}).securityGroups().stream()
        .filter(each -> each.groupName().contains("-" + path.database().name() + "-sg-"))
        .findFirst()
        .orElseThrow()
        .groupId();
  }

  String databaseGroup() {
    return scenario().provider().databaseGroup().id();
  }

  /** A group that has nothing to do with us. */
  String foreignGroup() {
    String vpc = scenario().provider().vpc().id();
    return ec2().describeSecurityGroups(r -> {}).securityGroups().stream()
        .filter(each -> vpc.equals(each.vpcId()) && each.groupName().equals("default"))
        .findFirst()
        .orElseThrow()
        .groupId();
  }

  List<SecurityGroupRule> rules(String group, boolean egress) {
    return ec2()
        .describeSecurityGroupRules(
            r -> r.filters(Filter.builder().name("group-id").values(group).build()))
        .securityGroupRules()
        .stream()
        .filter(rule -> rule.isEgress() == egress)
        .toList();
  }

  void revoke(String group, Predicate<SecurityGroupRule> which) {
    List<String> ids =
        rules(group, false).stream()
            .filter(which)
            .map(SecurityGroupRule::securityGroupRuleId)
            .toList();
    if (!ids.isEmpty()) {
      ec2().revokeSecurityGroupIngress(r -> r.groupId(group).securityGroupRuleIds(ids));
    }
  }

  /** All inbound rules of TCP in the group are of UDP from now on, by the same ids. */
  void turnUdp(String group) {
    List<SecurityGroupRuleUpdate> updates =
        rules(group, false).stream()
            .filter(rule -> "tcp".equals(rule.ipProtocol()))
            .map(Administrator::asUdp)
            .toList();
    if (!updates.isEmpty()) {
      ec2().modifySecurityGroupRules(r -> r.groupId(group).securityGroupRules(updates));
    }
  }

  private static SecurityGroupRuleUpdate asUdp(SecurityGroupRule rule) {
    var from = rule.referencedGroupInfo();
    return SecurityGroupRuleUpdate.builder()
        .securityGroupRuleId(rule.securityGroupRuleId())
        .securityGroupRule(
            r ->
                r.ipProtocol("udp")
                    .fromPort(rule.fromPort())
                    .toPort(rule.toPort())
                    .cidrIpv4(rule.cidrIpv4())
                    .referencedGroupId(from == null ? null : from.groupId()))
        .build();
  }

  /** A new group whose id comes before that of the database's group. */
  String sharedGroup() {
    VpcRecord vpc = scenario().provider().vpc();
    return IntStream.range(0, 200)
        .mapToObj(
            i -> scenario().world().ec2().createSecurityGroup(vpc, "shared-" + i, "of many").id())
        .filter(id -> id.compareTo(databaseGroup()) < 0)
        .findFirst()
        .orElseThrow();
  }

  /** The groups that the database's instances have now. */
  List<String> attachedGroups() {
    return scenario().world().rds().instances(path.database()).stream()
        .flatMap(each -> each.shape().securityGroups().stream())
        .distinct()
        .toList();
  }

  /** Its endpoint service, with our tags or without. */
  ServiceConfiguration service() {
    String arn = loadBalancer().loadBalancerArn();
    return ec2().describeVpcEndpointServiceConfigurations().serviceConfigurations().stream()
        .filter(each -> each.networkLoadBalancerArns().contains(arn))
        .findFirst()
        .orElseThrow();
  }

  List<VpcEndpointConnection> connections() {
    String id = service().serviceId();
    return ec2().describeVpcEndpointConnections(r -> {}).vpcEndpointConnections().stream()
        .filter(each -> each.serviceId().equals(id))
        .toList();
  }

  void reject(String endpoint) {
    ec2()
        .rejectVpcEndpointConnections(
            r -> r.serviceId(service().serviceId()).vpcEndpointIds(endpoint));
  }

  List<String> principals() {
    String id = service().serviceId();
    return ec2()
        .describeVpcEndpointServicePermissions(r -> r.serviceId(id))
        .allowedPrincipals()
        .stream()
        .map(each -> each.principal())
        .sorted()
        .toList();
  }

  List<ConnectionNotification> notifications() {
    String id = service().serviceId();
    return ec2()
        .describeVpcEndpointConnectionNotifications(r -> {})
        .connectionNotificationSet()
        .stream()
        .filter(each -> Objects.equals(id, each.serviceId()))
        .toList();
  }

  /** Has a listener forward to groups in equal parts. */
  void lead(Listener listener, String... groups) {
    Action forward =
        groups.length == 1
            ? Action.builder().type(ActionTypeEnum.FORWARD).targetGroupArn(groups[0]).build()
            : Action.builder()
                .type(ActionTypeEnum.FORWARD)
                .forwardConfig(c -> c.targetGroups(Stream.of(groups).map(this::half).toList()))
                .build();
    elb().modifyListener(r -> r.listenerArn(listener.listenerArn()).defaultActions(forward));
  }

  /** Has a listener end TLS. */
  void speakTls(Listener listener) {
    Certificate certificate =
        Certificate.builder()
            .certificateArn(Scenario.PROVIDER.arn("acm", "certificate/12345678-1234"))
            .build();
    elb()
        .modifyListener(
            r ->
                r.listenerArn(listener.listenerArn())
                    .protocol(ProtocolEnum.TLS)
                    .sslPolicy("ELBSecurityPolicy-TLS13-1-2-2021-06")
                    .certificates(certificate));
  }

  private TargetGroupTuple half(String group) {
    return TargetGroupTuple.builder().targetGroupArn(group).weight(50).build();
  }

  void untag(String arn) {
    List<String> keys =
        elb().describeTags(r -> r.resourceArns(arn)).tagDescriptions().getFirst().tags().stream()
            .map(each -> each.key())
            .toList();
    elb().removeTags(r -> r.resourceArns(arn).tagKeys(keys));
  }

  void set(String group, String key, String value) {
    elb()
        .modifyTargetGroupAttributes(
            r ->
                r.targetGroupArn(group)
                    .attributes(TargetGroupAttribute.builder().key(key).value(value).build()));
  }

  void empty(String group) {
    var targets = scenario().world().elb().registered(group);
    if (!targets.isEmpty()) {
      elb().deregisterTargets(r -> r.targetGroupArn(group).targets(targets));
    }
  }
}
