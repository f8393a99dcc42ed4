package dev.drawbridge.lab.scenario;

import dev.drawbridge.aws.Clients;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;

/** What there is in the provider's account that an onboarding could have left. */
final class Footprint {
  private Footprint() {}

  /** Each resource as a text, network interfaces of load balancers included. */
  static Set<String> of(Scenario scenario) {
    Clients aws = scenario.installation().clientsOf("operator");
    Stream<Stream<String>> all =
        Stream.of(
            aws.ec2().describeVpcEndpointServiceConfigurations().serviceConfigurations().stream()
                .map(each -> "service " + each.serviceId()),
            aws
                .ec2()
                .describeVpcEndpointConnectionNotifications()
                .connectionNotificationSet()
                .stream()
                .map(each -> "notification " + each.connectionNotificationId()),
            aws.elb().describeLoadBalancers().loadBalancers().stream()
                .map(each -> "load balancer " + each.loadBalancerName()),
            aws.elb().describeTargetGroups().targetGroups().stream()
                .map(each -> "target group " + each.targetGroupName()),
            aws.ec2().describeSecurityGroups().securityGroups().stream()
                .map(each -> "security group " + each.groupId()),
            aws.ec2().describeSecurityGroupRules(r -> {}).securityGroupRules().stream()
                .map(each -> "rule " + each.securityGroupRuleId()),
            aws.ec2().describeNetworkInterfaces().networkInterfaces().stream()
                .map(each -> "interface " + each.description())
                .filter(text -> text.contains("ELB")));
    Set<String> footprint = new TreeSet<>();
    all.flatMap(texts -> texts).forEach(footprint::add);
    return footprint;
  }
}
