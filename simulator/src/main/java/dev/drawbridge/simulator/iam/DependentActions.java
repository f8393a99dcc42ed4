package dev.drawbridge.simulator.iam;

import dev.drawbridge.simulator.call.Caller;
import java.util.List;
import java.util.Map;

/**
 * What a caller needs besides the action itself, because the service asks EC2 in its name.
 *
 * <p>"Elastic Load Balancing API permissions", Elastic Load Balancing User Guide; seen in the
 * field: eksctl#2570, aws-load-balancer-controller#748, terraform-aws-eks#900,
 * cluster-api-provider-aws#629. The service-linked role of CreateLoadBalancer is asked about by
 * {@link ElbQuestions}, since only the first load balancer of an account needs it.
 */
final class DependentActions {
  /**
   * Since 2024 for load balancers with security groups: aws-load-balancer-controller#3917,
   * terraform-aws-eks-auxiliary#54. The page above does not list it.
   */
  private static final String GROUPS_OF_VPC = "ec2:GetSecurityGroupsForVpc";

  private static final Map<String, List<String>> ALL =
      Map.of(
          "elasticloadbalancing:CreateLoadBalancer",
          List.of(
              GROUPS_OF_VPC,
              "ec2:DescribeAccountAttributes",
              "ec2:DescribeAddresses",
              "ec2:DescribeInternetGateways",
              "ec2:DescribeSecurityGroups",
              "ec2:DescribeSubnets",
              "ec2:DescribeVpcs"),
          "elasticloadbalancing:CreateTargetGroup",
          List.of("ec2:DescribeInternetGateways", "ec2:DescribeVpcs"),
          "elasticloadbalancing:RegisterTargets",
          List.of(
              "ec2:DescribeInstances",
              "ec2:DescribeInternetGateways",
              "ec2:DescribeSubnets",
              "ec2:DescribeVpcs"),
          "elasticloadbalancing:SetIpAddressType",
          List.of("ec2:DescribeSubnets"),
          "elasticloadbalancing:SetSubnets",
          List.of("ec2:DescribeSubnets"),
          // UNCONFIRMED: the page above does not list the next two; they cost nothing to grant.
          "elasticloadbalancing:SetSecurityGroups",
          List.of("ec2:DescribeSecurityGroups", GROUPS_OF_VPC),
          "ec2:CreateVpcEndpointServiceConfiguration",
          List.of("elasticloadbalancing:DescribeLoadBalancers"));

  private DependentActions() {}

  static List<Authorization> of(String action, Caller caller) {
    return ALL.getOrDefault(action, List.of()).stream()
        .map(each -> question(each, caller))
        .toList();
  }

  private static Authorization question(String action, Caller caller) {
    Authorization asked = Authorization.of(action);
    return action.equals(GROUPS_OF_VPC) ? asked.on(caller.arn("ec2", "vpc/*")) : asked;
  }
}
