package dev.drawbridge.workflows;

import static dev.drawbridge.workflows.Trigger.CONNECTION_NOTICE_AND_SCHEDULE;
import static dev.drawbridge.workflows.Trigger.EXECUTION_STATUS_RULE;
import static dev.drawbridge.workflows.Trigger.PERSON;
import static dev.drawbridge.workflows.Trigger.STATE;

import dev.drawbridge.handler.AcceptConnection;
import dev.drawbridge.handler.AdmitLoadBalancer;
import dev.drawbridge.handler.AllowConsumer;
import dev.drawbridge.handler.CheckWaits;
import dev.drawbridge.handler.ClaimOnboarding;
import dev.drawbridge.handler.CompleteOnboarding;
import dev.drawbridge.handler.CreateEndpointService;
import dev.drawbridge.handler.CreateListeners;
import dev.drawbridge.handler.CreateLoadBalancer;
import dev.drawbridge.handler.CreateSecurityGroup;
import dev.drawbridge.handler.CreateTargetGroups;
import dev.drawbridge.handler.Decide;
import dev.drawbridge.handler.DisallowConsumer;
import dev.drawbridge.handler.DiscoverDatabase;
import dev.drawbridge.handler.RecordExecutionEnd;
import dev.drawbridge.handler.RecordFailure;
import dev.drawbridge.handler.RejectConnection;
import dev.drawbridge.handler.RequestApproval;
import dev.drawbridge.handler.ResolveEndpoints;
import dev.drawbridge.handler.SubscribeConnections;
import dev.drawbridge.handler.ValidateRequest;
import dev.drawbridge.handler.VerifyAccess;
import dev.drawbridge.handler.WaitForConsumer;
import dev.drawbridge.runtime.Settings;
import dev.drawbridge.runtime.Worker;
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
        worker(ValidateRequest.class, STATE, List.of()),
        worker(
            ClaimOnboarding.class,
            STATE,
            TABLE,
            "dynamodb:PutItem",
            "dynamodb:Query",
            "dynamodb:UpdateItem",
            "states:DescribeExecution",
            "ec2:DescribeVpcEndpointConnections"),
        worker(
            DiscoverDatabase.class,
            STATE,
            List.of(),
            "rds:DescribeDBClusters",
            "rds:DescribeDBInstances",
            "rds:DescribeDBParameters",
            "rds:DescribeDBClusterParameters",
            "ec2:DescribeSubnets",
            "ec2:DescribeRouteTables"),
        worker(
            ResolveEndpoints.class,
            STATE,
            List.of(),
            "rds:DescribeDBClusters",
            "rds:DescribeDBInstances"),
        worker(
            CreateSecurityGroup.class,
            STATE,
            List.of(),
            "ec2:CreateSecurityGroup",
            "ec2:DescribeSecurityGroups",
            "ec2:CreateTags"),
        worker(
            CreateTargetGroups.class,
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
            CreateLoadBalancer.class,
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
            AdmitLoadBalancer.class,
            STATE,
            List.of(),
            "ec2:DescribeNetworkInterfaces",
            "ec2:DescribeSecurityGroupRules",
            "ec2:AuthorizeSecurityGroupIngress",
            "ec2:RevokeSecurityGroupIngress",
            "ec2:CreateTags"),
        worker(
            CreateListeners.class,
            STATE,
            List.of(),
            "elasticloadbalancing:DescribeListeners",
            "elasticloadbalancing:CreateListener",
            "elasticloadbalancing:AddTags"),
        worker(
            CreateEndpointService.class,
            STATE,
            List.of(),
            "ec2:DescribeVpcEndpointServiceConfigurations",
            "ec2:CreateVpcEndpointServiceConfiguration",
            "ec2:DescribeAvailabilityZones",
            "ec2:CreateTags"),
        worker(
            SubscribeConnections.class,
            STATE,
            List.of(Settings.CONNECTIONS_TOPIC),
            "ec2:DescribeVpcEndpointConnectionNotifications",
            "ec2:CreateVpcEndpointConnectionNotification"),
        worker(
            AllowConsumer.class,
            STATE,
            List.of(),
            "ec2:ModifyVpcEndpointServicePermissions",
            "ec2:DescribeSecurityGroupRules",
            "ec2:AuthorizeSecurityGroupIngress",
            "ec2:RevokeSecurityGroupIngress",
            "ec2:CreateTags"),
        worker(
            WaitForConsumer.class,
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
            RequestApproval.class,
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
            AcceptConnection.class,
            STATE,
            TABLE,
            "dynamodb:GetItem",
            "dynamodb:UpdateItem",
            "ec2:DescribeVpcEndpointConnections",
            "ec2:AcceptVpcEndpointConnections"),
        worker(
            VerifyAccess.class,
            STATE,
            List.of(),
            "ec2:DescribeVpcEndpointConnections",
            "ec2:DescribeVpcEndpointServiceConfigurations",
            "ec2:DescribeVpcEndpointServicePermissions",
            "ec2:DescribeSecurityGroupRules",
            "elasticloadbalancing:DescribeLoadBalancers",
            "elasticloadbalancing:DescribeListeners",
            "elasticloadbalancing:DescribeTargetHealth"),
        worker(CompleteOnboarding.class, STATE, TABLE, "dynamodb:UpdateItem"),
        worker(
            RejectConnection.class,
            STATE,
            List.of(),
            "ec2:DescribeVpcEndpointConnections",
            "ec2:RejectVpcEndpointConnections"),
        worker(
            DisallowConsumer.class,
            STATE,
            TABLE,
            "dynamodb:GetItem",
            "ec2:DescribeVpcEndpointConnections",
            "ec2:DescribeVpcEndpointServicePermissions",
            "ec2:ModifyVpcEndpointServicePermissions",
            "ec2:DescribeSecurityGroupRules",
            "ec2:RevokeSecurityGroupIngress"),
        worker(RecordFailure.class, STATE, TABLE_AND_PEOPLE, "dynamodb:UpdateItem", "sns:Publish"),
        worker(
            CheckWaits.class,
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
            Decide.class,
            PERSON,
            WAKING,
            "dynamodb:GetItem",
            "dynamodb:UpdateItem",
            "dynamodb:DeleteItem",
            "kms:Decrypt",
            "states:SendTaskSuccess",
            "states:DescribeExecution"),
        worker(RecordExecutionEnd.class, EXECUTION_STATUS_RULE, TABLE, "dynamodb:UpdateItem"));
  }

  private static WorkerFunction worker(
      Class<? extends Worker<?, ?>> code,
      Trigger trigger,
      List<String> settings,
      String... actions) {
    return new WorkerFunction(code, trigger, SHORT, MEMORY_MB, false, settings, List.of(actions));
  }
}
