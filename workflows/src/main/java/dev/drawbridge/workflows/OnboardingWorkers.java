package dev.drawbridge.workflows;

import static dev.drawbridge.workflows.Trigger.CONNECTION_NOTICE_AND_SCHEDULE;
import static dev.drawbridge.workflows.Trigger.EXECUTION_STATUS_RULE;
import static dev.drawbridge.workflows.Trigger.PERSON;
import static dev.drawbridge.workflows.Trigger.STATE;

import dev.drawbridge.runtime.Settings;
import java.time.Duration;
import java.util.List;

/**
 * The workers of onboard-consumer, and those that end its waits.
 *
 * <p>None runs inside the database's VPC: the names of private databases resolve to their private
 * addresses from anywhere, and outside no worker needs a NAT gateway to reach AWS.
 */
final class OnboardingWorkers {
  private static final Duration SHORT = Duration.ofSeconds(60);
  private static final int MEMORY_MB = 1024;

  private static final List<String> TABLE = List.of(Settings.TABLE);
  private static final List<String> TABLE_AND_PEOPLE =
      List.of(Settings.TABLE, Settings.PEOPLE_TOPIC);
  private static final List<String> WAITING =
      List.of(Settings.TABLE, Settings.KEY, Settings.PEOPLE_TOPIC);
  private static final List<String> WAKING = List.of(Settings.TABLE, Settings.KEY);

  private OnboardingWorkers() {}

  static List<WorkerFunction> all() {
    return List.of(
        worker("ValidateRequest", STATE, List.of()),
        worker(
            "ClaimOnboarding",
            STATE,
            TABLE,
            "dynamodb:PutItem",
            "dynamodb:Query",
            "dynamodb:UpdateItem",
            "states:DescribeExecution",
            "ec2:DescribeVpcEndpointConnections"),
        worker(
            "DiscoverDatabase",
            STATE,
            List.of(),
            "rds:DescribeDBClusters",
            "rds:DescribeDBInstances",
            "rds:DescribeDBParameters",
            "rds:DescribeDBClusterParameters",
            "ec2:DescribeSubnets",
            "ec2:DescribeRouteTables"),
        worker(
            "ResolveEndpoints",
            STATE,
            List.of(),
            "rds:DescribeDBClusters",
            "rds:DescribeDBInstances"),
        worker(
            "CreateSecurityGroup",
            STATE,
            List.of(),
            "ec2:CreateSecurityGroup",
            "ec2:DescribeSecurityGroups",
            "ec2:CreateTags"),
        worker(
            "CreateTargetGroups",
            STATE,
            List.of(),
            "elasticloadbalancing:DescribeTargetGroups",
            "elasticloadbalancing:DescribeTags",
            "elasticloadbalancing:CreateTargetGroup",
            "elasticloadbalancing:ModifyTargetGroup",
            "elasticloadbalancing:DescribeTargetGroupAttributes",
            "elasticloadbalancing:ModifyTargetGroupAttributes",
            "elasticloadbalancing:AddTags"),
        worker(
            "CreateLoadBalancer",
            STATE,
            List.of(),
            "elasticloadbalancing:DescribeLoadBalancers",
            "elasticloadbalancing:DescribeTags",
            "elasticloadbalancing:CreateLoadBalancer",
            "elasticloadbalancing:DescribeLoadBalancerAttributes",
            "elasticloadbalancing:ModifyLoadBalancerAttributes",
            "elasticloadbalancing:SetSecurityGroups",
            "elasticloadbalancing:SetSubnets",
            "elasticloadbalancing:AddTags"),
        worker(
            "AdmitLoadBalancer",
            STATE,
            List.of(),
            "ec2:DescribeNetworkInterfaces",
            "ec2:DescribeSecurityGroupRules",
            "ec2:AuthorizeSecurityGroupIngress",
            "ec2:RevokeSecurityGroupIngress",
            "ec2:CreateTags"),
        worker(
            "CreateListeners",
            STATE,
            List.of(),
            "elasticloadbalancing:DescribeListeners",
            "elasticloadbalancing:CreateListener",
            "elasticloadbalancing:AddTags"),
        worker(
            "CreateEndpointService",
            STATE,
            List.of(),
            "ec2:DescribeVpcEndpointServiceConfigurations",
            "ec2:CreateVpcEndpointServiceConfiguration",
            "ec2:DescribeAvailabilityZones",
            "ec2:CreateTags"),
        worker(
            "SubscribeConnections",
            STATE,
            List.of(Settings.CONNECTIONS_TOPIC),
            "ec2:DescribeVpcEndpointConnectionNotifications",
            "ec2:CreateVpcEndpointConnectionNotification"),
        worker(
            "AllowConsumer",
            STATE,
            List.of(),
            "ec2:ModifyVpcEndpointServicePermissions",
            "ec2:DescribeSecurityGroupRules",
            "ec2:AuthorizeSecurityGroupIngress",
            "ec2:RevokeSecurityGroupIngress",
            "ec2:CreateTags"),
        worker(
            "WaitForConsumer",
            STATE,
            WAITING,
            "kms:Encrypt",
            "kms:Decrypt",
            "dynamodb:PutItem",
            "dynamodb:DeleteItem",
            "ec2:DescribeVpcEndpointConnections",
            "states:SendTaskSuccess",
            "states:DescribeExecution",
            "sns:Publish"),
        worker(
            "RequestApproval",
            STATE,
            WAITING,
            "kms:Encrypt",
            "kms:Decrypt",
            "dynamodb:GetItem",
            "dynamodb:PutItem",
            "dynamodb:DeleteItem",
            "states:SendTaskSuccess",
            "states:DescribeExecution",
            "sns:Publish"),
        worker(
            "AcceptConnection",
            STATE,
            TABLE,
            "dynamodb:GetItem",
            "dynamodb:UpdateItem",
            "ec2:DescribeVpcEndpointConnections",
            "ec2:AcceptVpcEndpointConnections"),
        worker(
            "VerifyAccess",
            STATE,
            List.of(),
            "ec2:DescribeVpcEndpointConnections",
            "ec2:DescribeVpcEndpointServiceConfigurations",
            "ec2:DescribeVpcEndpointServicePermissions",
            "ec2:DescribeSecurityGroupRules",
            "elasticloadbalancing:DescribeLoadBalancers",
            "elasticloadbalancing:DescribeListeners",
            "elasticloadbalancing:DescribeTargetGroups",
            "elasticloadbalancing:DescribeTags",
            "elasticloadbalancing:DescribeTargetHealth"),
        worker("CompleteOnboarding", STATE, TABLE, "dynamodb:UpdateItem"),
        worker(
            "RejectConnection",
            STATE,
            List.of(),
            "ec2:DescribeVpcEndpointConnections",
            "ec2:RejectVpcEndpointConnections"),
        worker(
            "DisallowConsumer",
            STATE,
            TABLE,
            "dynamodb:GetItem",
            "ec2:DescribeVpcEndpointConnections",
            "ec2:DescribeVpcEndpointServicePermissions",
            "ec2:ModifyVpcEndpointServicePermissions",
            "ec2:DescribeSecurityGroupRules",
            "ec2:RevokeSecurityGroupIngress"),
        worker("RecordFailure", STATE, TABLE_AND_PEOPLE, "dynamodb:UpdateItem", "sns:Publish"),
        worker(
            "CheckWaits",
            CONNECTION_NOTICE_AND_SCHEDULE,
            WAKING,
            "dynamodb:Query",
            "dynamodb:GetItem",
            "dynamodb:DeleteItem",
            "ec2:DescribeVpcEndpointConnections",
            "kms:Decrypt",
            "states:SendTaskSuccess",
            "states:DescribeExecution"),
        worker(
            "Decide",
            PERSON,
            WAKING,
            "dynamodb:GetItem",
            "dynamodb:UpdateItem",
            "dynamodb:DeleteItem",
            "kms:Decrypt",
            "states:SendTaskSuccess",
            "states:DescribeExecution"),
        worker("RecordExecutionEnd", EXECUTION_STATUS_RULE, TABLE, "dynamodb:UpdateItem"));
  }

  private static WorkerFunction worker(
      String name, Trigger trigger, List<String> settings, String... actions) {
    return new WorkerFunction(name, trigger, SHORT, MEMORY_MB, false, settings, List.of(actions));
  }
}
